/**
 * One pixel of a deal: body in its pattern, arrowhead (filled: binding), middle gap (amount
 * unknown), ember, and chevrons of fire behind a front that runs the way the loss runs.
 *
 * Distances are signed, in CSS pixels, negative inside. Colours leave premultiplied.
 */
export const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
uniform float u_phase;

varying vec4 v_color;
varying vec4 v_hot;
varying vec4 v_look;
varying vec4 v_heat;
varying float v_across;
varying float v_along;
varying float v_length;
varying float v_width;

const float HIT_HALF_WIDTH = 5.5;

float cover(float edge) {
  return clamp(0.5 - edge * u_pixelRatio, 0.0, 1.0);
}

float body(float pattern, float across, float along, float half_) {
  float line = across - half_;
  if (pattern < 0.5) return line;
  float stretch = max(1.0, v_width / 4.0);
  if (pattern < 1.5) {
    float at = mod(along, 14.0 * stretch);
    return max(line, abs(at - 4.5 * stretch) - 4.5 * stretch);
  }
  if (pattern < 2.5) {
    float rail = max(0.6, 0.17 * v_width);
    return abs(across - (half_ - rail)) - rail;
  }
  if (pattern < 3.5) {
    float period = max(5.0, 2.0 * v_width);
    return length(vec2(mod(along, period) - 0.5 * period, across)) - half_;
  }
  float at = mod(along, 22.0 * stretch);
  float dash = abs(at - 4.5 * stretch) - 4.5 * stretch;
  float dot_ = length(vec2(at - 15.5 * stretch, across)) - half_;
  return min(max(line, dash), dot_);
}

void main() {
  float across = abs(v_across);

  #ifdef PICKING_MODE
  if (across > max(0.5 * v_width, HIT_HALF_WIDTH)) discard;
  gl_FragColor = v_color;
  gl_FragColor.a = 1.0;
  #else

  float half_ = 0.5 * v_width;
  float headLength = min(0.5 * v_length, 6.5 + 1.1 * v_width);
  float headHalf = 3.2 + 0.75 * v_width;
  float left = v_length - v_along;
  float wedge = max(across - headHalf * left / headLength, left - headLength);
  bool filled = v_look.y > 0.5;
  float head = filled ? wedge : abs(wedge + 0.65) - 0.65;
  float line = max(body(v_look.x, across, v_along, half_), (filled ? 0.8 : 1.0) * headLength - left);
  if (v_look.z > 0.5) line = max(line, 4.0 - abs(v_along - 0.5 * v_length));
  float ink = cover(min(line, head)) * v_look.w;
  vec4 colour = vec4(v_color.rgb * ink, ink);

  float ember = sqrt(v_heat.z);
  if (ember > 0.0) {
    float glow = ember * 0.75 * clamp(1.0 - (across - half_) / 3.0, 0.0, 1.0);
    colour = vec4(v_hot.rgb * glow, glow) + colour * (1.0 - glow);
  }

  float strength = sqrt(v_heat.x);
  if (strength > 0.0) {
    float run = v_heat.w > 0.0 ? v_along : left;
    float front = v_heat.y * (v_length + 16.0);
    float passed = clamp((front - run) / 16.0, 0.0, 1.0);
    float trail = passed * (0.08 + 0.5 * strength) * clamp(1.5 - (across - half_) / 2.0, 0.0, 1.0);
    colour = vec4(v_hot.rgb * trail, trail) + colour * (1.0 - trail);
    float reach = 2.6 + 2.0 * strength + 0.35 * half_;
    float at = mod(run + 0.9 * across - u_phase, 13.0);
    float chevron = max(abs(at - 6.5) - 1.5 - 0.9 * strength, across - reach);
    float fire = cover(chevron) * passed * min(1.0, 0.14 + 1.2 * strength);
    colour = vec4(v_hot.rgb * fire, fire) + colour * (1.0 - fire);
  }
  gl_FragColor = colour;
  #endif
}
`;
