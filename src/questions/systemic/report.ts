import { count, dollars, firstOf, inBillions, inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import type { Systemic } from './systemic-schema.ts';

const known = (value: number | null, text: (value: number) => string): string =>
  value === null ? '?' : text(value);
const right = (header: string): Column => ({ header, align: 'right' });
/** Means over many strikes are small: two decimals. */
const inFinePercent = (fraction: number): string => (fraction * 100).toFixed(2);
const FIRM: Column = { header: 'Firm', align: 'left', shrinks: true };

const firmsTable = ({ firms, noBound }: Systemic, names: Names, top: number): Block => {
  const bounded = noBound === null;
  return {
    kind: 'table',
    columns: [
      FIRM,
      right('Others\nlose $bn'),
      right('Others\nlose %'),
      ...(bounded ? [right('At most\n$bn')] : []),
      right('Vulner-\nable %'),
      ...(bounded ? [right('At\nmost %')] : []),
      { header: 'Worst hit from', align: 'left', shrinks: true },
      right('takes\n%'),
    ],
    rows: firstOf(
      firms.filter(({ ranked }) => ranked),
      top,
    ).map((firm) => [
      names.firm(firm.id),
      known(firm.importanceUsd, inBillions),
      known(firm.importanceShare, inFinePercent),
      ...(bounded ? [known(firm.importanceAtMostUsd, inBillions)] : []),
      known(firm.vulnerability, inFinePercent),
      ...(bounded ? [known(firm.vulnerabilityAtMost, inFinePercent)] : []),
      firm.worst === null ? '–' : names.firm(firm.worst.struck),
      firm.worst === null ? '–' : inPercent(firm.worst.fraction),
    ]),
  };
};

const shortfallBlocks = ({ shortfall, receipt }: Systemic, names: Names, top: number): Block[] => {
  const { prudentialShare, totalUsd, refused, firms } = shortfall;
  if (refused !== null) return [paragraph(`No shortfalls: ${refused}`)];
  const rows = firms.filter((firm) => firm.shortfallUsd !== null);
  const unknown = firms.length - rows.length;
  const crisis = JSON.stringify(receipt.scenario.name);
  return [
    paragraph(
      `Capital short in the crisis ${crisis}: ${percent(prudentialShare)} of debt less ` +
        `${percent(1 - prudentialShare)} of the value that is left (as SRISK; a yardstick for firms ` +
        `that no rule binds). All who fall short: ${dollars(totalUsd)}. ` +
        `${count(unknown, 'firm')} of unknown debt or value not shown.`,
    ),
    {
      kind: 'table',
      columns: [
        FIRM,
        right('Debt\n$bn'),
        right('Value\n$bn'),
        right('Loses\n%'),
        right('Short\n$bn'),
        right('Spare\n$bn'),
      ],
      rows: firstOf(rows, top).map((firm) => [
        names.firm(firm.id),
        known(firm.debtUsd, inBillions),
        known(firm.valueUsd, inBillions),
        known(firm.lossFraction, inPercent),
        firm.shortfallUsd! > 0 ? inBillions(firm.shortfallUsd!) : '–',
        firm.shortfallUsd! > 0 ? '–' : inBillions(-firm.shortfallUsd!),
      ]),
    },
  ];
};

/** Who matters, who is vulnerable, who falls short, in words and tables. */
export const systemicReport = (document: Systemic, names: Names, top: number): readonly Block[] => {
  const { model, strike, receipt, noBound } = document;
  return [
    paragraph(
      `Each firm struck alone (${strike.kind}, ${percent(strike.size)}), under ${model.title.en}, as of ` +
        `${receipt.network.asOf}: what all others lose, in dollars and over what they are worth, and the ` +
        `mean share that a firm loses over the strikes at others. Losses are in ${model.unit.en}.`,
    ),
    ...(document.firms.every(({ importanceShare }) => !importanceShare)
      ? [
          paragraph(
            'No strike costs anybody else anything: this model may not see a strike of this kind, ' +
              'and the order of the firms says nothing.',
          ),
        ]
      : []),
    firmsTable(document, names, top),
    paragraph(
      noBound === null
        ? 'At most: what linear DebtRank without its cap gives, from one solve.'
        : `No bounds: ${noBound}.`,
    ),
    ...shortfallBlocks(document, names, top),
    paragraph(
      'In this web, under this model: who could hurt whom, and no forecast that anybody fails.',
    ),
  ];
};
