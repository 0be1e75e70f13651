import { exposure } from '../../../src/questions/exposure/exposure.ts';
import type { Exposure, ExposureLayer } from '../../../src/questions/exposure/exposure-schema.ts';
import { firmMatrix } from '../../../src/questions/exposure/firm-matrix.ts';
import type {
  FirmMatrix,
  FirmMatrixId,
} from '../../../src/questions/exposure/firm-matrix-schema.ts';
import type { Subject } from '../analyses.ts';

interface MatrixQuestion {
  readonly of: FirmMatrixId;
  readonly layer: ExposureLayer;
}

interface MatrixAnswer {
  readonly matrix: FirmMatrix;
  /** The pairs behind its cells, with deals and shares. */
  readonly exposure: Exposure;
}

const LAYER_OF = { dependency: 'equity', leontief: 'order' } as const;

/** A matrix of firms by firms, with the exposures behind its cells. */
export const analyse = ({ network }: Subject, { of, layer }: MatrixQuestion): MatrixAnswer => ({
  matrix: firmMatrix(network, of, layer),
  exposure: exposure(network, {
    layers: [of === 'dependency' || of === 'leontief' ? LAYER_OF[of] : layer],
  }),
});
