import { csvText } from '../../base/csv-text.ts';
import { inputKey } from '../../models/chained-boats/inputs/input-ref.ts';
import type { SensitivityPart } from './parts.ts';
import type { Sensitivity } from './sensitivity-schema.ts';

const slopesCsv = ({ slopes }: Sensitivity): string =>
  csvText([
    [
      'input',
      'value',
      'unit',
      'slope',
      'slopeBelow',
      'slopeAbove',
      'kink',
      'perPercentUsd',
      'evidence',
    ],
    ...slopes.map((one) => [
      inputKey(one.input),
      one.value,
      one.unit,
      one.slope,
      one.slopeBelow,
      one.slopeAbove,
      one.kink ? 'yes' : 'no',
      one.perPercentUsd,
      one.evidence,
    ]),
  ]);

const tornadoCsv = ({ tornado }: Sensitivity): string =>
  csvText([
    [
      'input',
      'value',
      'unit',
      'low',
      'high',
      'lowTotalUsd',
      'highTotalUsd',
      'swingUsd',
      'range',
      'why',
    ],
    ...tornado.map(({ input, value, unit, low, high, swingUsd, range }) => [
      inputKey(input),
      value,
      unit,
      low.value,
      high.value,
      low.totalUsd,
      high.totalUsd,
      swingUsd,
      range,
      [low.why, high.why].filter((why) => why !== null).join('; '),
    ]),
  ]);

const evidenceCsv = ({ evidence }: Sensitivity): string =>
  csvText([
    ['evidence', 'figures', 'share', 'eulerUsd'],
    ...(evidence?.shares ?? []).map((one) => [one.evidence, one.figures, one.share, one.eulerUsd]),
    ...(evidence === null
      ? []
      : [['remainder', null, evidence.remainderShare, evidence.eulerRemainderUsd]]),
  ]);

const indicesCsv = ({ indices }: Sensitivity): string =>
  csvText([
    ['row', 'figures', 'first', 'firstError', 'total', 'totalError'],
    ...(indices?.groups ?? []).map((one) => [
      one.row,
      one.figures,
      one.first,
      one.firstError,
      one.total,
      one.totalError,
    ]),
  ]);

/** One table of the document, full precision; unknown is an empty cell. */
export const sensitivityCsv = (document: Sensitivity, part: SensitivityPart): string => {
  if (part === 'tornado') return tornadoCsv(document);
  if (part === 'indices') return indicesCsv(document);
  return part === 'evidence' ? evidenceCsv(document) : slopesCsv(document);
};
