export const VERTEX_SHADER = /* glsl */ `
precision highp float;

attribute float a_angle;
attribute vec2 a_position;
attribute vec3 a_shape;
attribute vec4 a_fill;
attribute vec4 a_ring;
attribute vec4 a_gap;
attribute vec4 a_id;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec2 v_offset;
varying vec3 v_shape;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec4 v_gap;

const float MARGIN = 8.0;

void main() {
  float radius = a_shape.x / u_sizeRatio;
  v_offset = 2.0 * (radius + MARGIN) * vec2(cos(a_angle), sin(a_angle));
  vec2 place = (u_matrix * vec3(a_position, 1.0)).xy + v_offset / (u_viewport * 0.5);
  gl_Position = vec4(place, 0.0, 1.0);
  v_shape = vec3(radius, a_shape.yz);
  v_ring = a_ring;
  v_gap = a_gap;
  #ifdef PICKING_MODE
  v_fill = a_id;
  #else
  v_fill = a_fill;
  #endif
}
`;

/**
 * A disc with the ring of surviving equity around it, clockwise from 12; hollow with a solid outline
 * (ash, aggregate) or a dashed one (value unknown). Opaque inside, so that lines end at the rim.
 */
export const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec2 v_offset;
varying vec3 v_shape;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec4 v_gap;

const float TURN = 6.283185307179586;

float cover(float edge) {
  return clamp(0.5 - edge * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float radius = v_shape.x;
  float far = length(v_offset);

  #ifdef PICKING_MODE
  if (far > max(radius + 4.0, 8.0)) discard;
  gl_FragColor = v_fill;
  gl_FragColor.a = 1.0;
  #else

  float disc = cover(far - radius);
  vec4 colour = vec4(v_fill.rgb * disc, disc);
  float clockwise = fract(atan(v_offset.x, v_offset.y) / TURN + 1.0);
  float thick = clamp(0.07 * radius, 1.0, 1.6);
  float middle = radius + 1.5 + thick;
  vec4 line = v_ring;
  float outline = cover(abs(far - middle) - thick);
  if (v_shape.z < 0.5) {
    line = clockwise <= v_shape.y ? v_ring : v_gap;
  } else {
    outline = cover(abs(far - radius) - 0.8);
    if (v_shape.z > 1.5) {
      float dashes = max(8.0, floor(radius * TURN / 6.5));
      outline *= step(fract(clockwise * dashes), 0.6);
    }
  }
  gl_FragColor = vec4(line.rgb * outline, outline) + colour * (1.0 - outline);
  #endif
}
`;
