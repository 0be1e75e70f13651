import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { DealPattern } from '../../../style/deal-style.ts';
import { FRAGMENT_SHADER } from './frag.glsl.ts';
import { SEGMENTS } from './segments.ts';
import { VERTEX_SHADER } from './vert.glsl.ts';

const PATTERN_CODE: Readonly<Record<DealPattern, number>> = {
  solid: 0,
  dash: 1,
  double: 2,
  dot: 3,
  'dash-dot': 4,
};

/** What the program reads of an edge besides Sigma's own display data. */
export interface DealDisplay extends EdgeDisplayData {
  readonly pattern: DealPattern;
  readonly curvature: number;
  readonly filledHead: boolean;
  readonly gap: boolean;
  readonly alpha: number;
  readonly brightness: number;
  readonly progress: number;
  readonly ember: number;
  readonly fire: 1 | -1 | 0;
  readonly hot: string;
}

/** Read when drawing; moves only while a cascade is played or scrubbed. */
export interface FireClock {
  /** Pixels that the chevrons have moved. */
  phase: number;
}

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio', 'u_phase'] as const;
type Uniform = (typeof UNIFORMS)[number];

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
/** Space between a disc's fill and the end of a line: ring and air. */
const RIM = 5;

/** The edge program of all deals: curve, pattern, arrowhead, gap, ember and fire in one strip. */
export const createDealEdgeProgram = (clock: FireClock): EdgeProgramType =>
  class extends EdgeProgram<Uniform> {
    getDefinition() {
      const four = (name: string) => ({ name, size: 4, type: FLOAT });
      const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
      return {
        VERTICES: 2 * (SEGMENTS + 1),
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          ...['a_ends', 'a_shape', 'a_look', 'a_heat'].map(four),
          ...['a_color', 'a_hot', 'a_id'].map(bytes),
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_step', size: 2, type: FLOAT }],
        CONSTANT_DATA: Array.from({ length: 2 * (SEGMENTS + 1) }, (_, k) => [
          Math.floor(k / 2) / SEGMENTS,
          k % 2 === 0 ? -1 : 1,
        ]),
      };
    }

    override processVisibleItem(
      id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const deal = data as DealDisplay;
      this.array.set(
        [
          source.x,
          source.y,
          target.x,
          target.y,
          source.size + RIM,
          target.size + RIM,
          deal.size,
          deal.curvature,
          PATTERN_CODE[deal.pattern],
          deal.filledHead ? 1 : 0,
          deal.gap ? 1 : 0,
          deal.alpha,
          deal.fire === 0 ? 0 : deal.brightness,
          deal.progress,
          deal.ember,
          deal.fire,
          floatColor(deal.color),
          floatColor(deal.hot),
          id,
        ],
        start,
      );
    }

    override setUniforms(
      params: RenderParams,
      { gl, uniformLocations }: ProgramInfo<Uniform>,
    ): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_phase, clock.phase);
    }
  };
