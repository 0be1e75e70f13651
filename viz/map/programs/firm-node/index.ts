import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { FirmShape } from '../../../style/firm-style.ts';
import { FRAGMENT_SHADER, VERTEX_SHADER } from './shaders.glsl.ts';

/** What the program reads of a node besides Sigma's own display data. */
export interface FirmDisplay extends NodeDisplayData {
  readonly shape: FirmShape;
  readonly ring: string;
  readonly gap: string;
  readonly equityLeft: number;
}

const OUTLINE_CODE: Readonly<Record<FirmShape, number>> = { disc: 0, ash: 1, many: 1, unknown: 2 };

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio'] as const;
type Uniform = (typeof UNIFORMS)[number];

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });

class FirmNodeProgram extends NodeProgram<Uniform> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_shape', size: 3, type: FLOAT },
        ...['a_fill', 'a_ring', 'a_gap', 'a_id'].map(bytes),
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const firm = data as FirmDisplay;
    this.array.set(
      [
        firm.x,
        firm.y,
        firm.size,
        firm.equityLeft,
        OUTLINE_CODE[firm.shape],
        floatColor(firm.color),
        floatColor(firm.ring),
        floatColor(firm.gap),
        id,
      ],
      start,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
  }
}

export const firmNodeProgram: NodeProgramType = FirmNodeProgram;
