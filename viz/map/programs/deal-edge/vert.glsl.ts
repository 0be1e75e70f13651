import { SEGMENTS } from './segments.ts';

/**
 * A strip of segments along a cubic from rim to rim, in pixels of the viewport (y upwards).
 *
 * The control point stands `curvature` times the distance to the left of the deal's direction; a
 * deal of a firm with itself becomes a loop above it. Every vertex sums the arc length up to itself,
 * so that patterns keep their measure along the curve.
 */
export const VERTEX_SHADER = /* glsl */ `
precision highp float;

attribute vec2 a_step;
attribute vec4 a_ends;
attribute vec4 a_shape;
attribute vec4 a_look;
attribute vec4 a_heat;
attribute vec4 a_color;
attribute vec4 a_hot;
attribute vec4 a_id;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_hot;
varying vec4 v_look;
varying vec4 v_heat;
varying float v_across;
varying float v_along;
varying float v_length;
varying float v_width;

const float SEGMENTS = ${SEGMENTS}.0;

vec2 P0;
vec2 P1;
vec2 P2;
vec2 P3;

vec2 pixels(vec2 place) {
  return (u_matrix * vec3(place, 1.0)).xy * u_viewport * 0.5;
}

vec2 curve(float t) {
  float r = 1.0 - t;
  return r * r * r * P0 + 3.0 * r * r * t * P1 + 3.0 * r * t * t * P2 + t * t * t * P3;
}

vec2 slope(float t) {
  float r = 1.0 - t;
  return r * r * (P1 - P0) + 2.0 * r * t * (P2 - P1) + t * t * (P3 - P2);
}

float rim(vec2 centre, float radius, float inside, float outside) {
  for (int i = 0; i < 12; i++) {
    float middle = 0.5 * (inside + outside);
    if (distance(curve(middle), centre) < radius) inside = middle;
    else outside = middle;
  }
  return outside;
}

void main() {
  float scale = 1.0 / u_sizeRatio;
  vec2 start = pixels(a_ends.xy);
  vec2 end = pixels(a_ends.zw);
  vec2 run = end - start;
  vec2 radii = a_shape.xy * scale;
  if (length(run) < 1.0) {
    float reach = 3.0 * radii.x + 30.0 + 60.0 * a_shape.w;
    P0 = start;
    P1 = start + vec2(-0.8, 1.0) * reach;
    P2 = start + vec2(0.8, 1.0) * reach;
    P3 = start;
  } else {
    vec2 control = 0.5 * (start + end) + vec2(-run.y, run.x) * a_shape.w;
    P0 = start;
    P1 = mix(start, control, 2.0 / 3.0);
    P2 = mix(end, control, 2.0 / 3.0);
    P3 = end;
  }
  float first = rim(start, radii.x, 0.0, 0.5);
  float last = rim(end, radii.y, 1.0, 0.5);

  float along = 0.0;
  float total = 0.0;
  vec2 before = curve(first);
  for (int i = 1; i <= ${SEGMENTS}; i++) {
    vec2 here = curve(mix(first, last, float(i) / SEGMENTS));
    float piece = distance(before, here);
    total += piece;
    if (float(i) <= a_step.x * SEGMENTS + 0.5) along += piece;
    before = here;
  }

  float t = mix(first, last, a_step.x);
  vec2 tangent = normalize(slope(t) + vec2(1e-6, 0.0));
  float width = a_shape.z * scale;
  float reach = max(0.5 * width + 6.0, 6.0 + 0.9 * width);
  vec2 place = curve(t) + vec2(-tangent.y, tangent.x) * a_step.y * reach;
  gl_Position = vec4(place / (u_viewport * 0.5), 0.0, 1.0);

  v_across = a_step.y * reach;
  v_along = along;
  v_length = total;
  v_width = width;
  v_look = a_look;
  v_heat = a_heat;
  v_hot = a_hot;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
}
`;
