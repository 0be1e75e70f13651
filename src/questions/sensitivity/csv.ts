import { inputKey } from '../../models/chained-boats/inputs/input-ref.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { SensitivityPart } from './parts.ts';
import type { Sensitivity } from './sensitivity-schema.ts';

const slopesTable = ({ slopes, receipt }: Sensitivity): ReportTable =>
  rowsTable(
    {
      input: 'text',
      value: 'number',
      unit: 'text',
      slope: 'number',
      slopeBelow: 'number',
      slopeAbove: 'number',
      kink: 'text',
      perPercentUsd: 'number',
      evidence: 'text',
    },
    [
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
    ],
    aboutOf(receipt),
  );

const tornadoTable = ({ tornado, receipt }: Sensitivity): ReportTable =>
  rowsTable(
    {
      input: 'text',
      value: 'text',
      unit: 'text',
      low: 'text',
      high: 'text',
      lowTotalUsd: 'number',
      highTotalUsd: 'number',
      swingUsd: 'number',
      range: 'text',
      why: 'text',
    },
    [
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
    ],
    aboutOf(receipt),
  );

const evidenceTable = ({ evidence, receipt }: Sensitivity): ReportTable =>
  rowsTable(
    { evidence: 'text', figures: 'number', share: 'number', eulerUsd: 'number' },
    [
      ...(evidence?.shares ?? []).map((one) => [
        one.evidence,
        one.figures,
        one.share,
        one.eulerUsd,
      ]),
      ...(evidence === null
        ? []
        : [['remainder', null, evidence.remainderShare, evidence.eulerRemainderUsd]]),
    ],
    aboutOf(receipt),
  );

const indicesTable = ({ indices, receipt }: Sensitivity): ReportTable =>
  rowsTable(
    {
      row: 'text',
      figures: 'number',
      first: 'number',
      firstError: 'number',
      total: 'number',
      totalError: 'number',
    },
    [
      ...(indices?.groups ?? []).map((one) => [
        one.row,
        one.figures,
        one.first,
        one.firstError,
        one.total,
        one.totalError,
      ]),
    ],
    aboutOf(receipt),
  );

/** One table of the document, full precision; unknown is an empty cell. */
export const sensitivityTable = (document: Sensitivity, part: SensitivityPart): ReportTable => {
  if (part === 'tornado') return tornadoTable(document);
  if (part === 'indices') return indicesTable(document);
  return part === 'evidence' ? evidenceTable(document) : slopesTable(document);
};
