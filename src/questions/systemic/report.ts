import { firstOf, inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { Systemic } from './systemic-schema.ts';

const known = (value: number | null, text: (value: number) => string): string =>
  value === null ? '?' : text(value);
const right = (header: string): Column => ({ header, align: 'right' });
/** Means over many strikes are small: two decimals. */
const inFinePercent = (fraction: number): string => (fraction * 100).toFixed(2);
const firmColumn = ({ say }: Names): Column => ({
  header: say('systemic.firm'),
  align: 'left',
  shrinks: true,
});

const firmsTable = ({ firms, noBound }: Systemic, names: Names, top: number): Block => {
  const bounded = noBound === null;
  return {
    kind: 'table',
    columns: [
      firmColumn(names),
      right(names.say('systemic.others-usd')),
      right(names.say('systemic.others-share')),
      ...(bounded ? [right(names.say('systemic.at-most-usd'))] : []),
      right(names.say('systemic.vulnerable')),
      ...(bounded ? [right(names.say('systemic.at-most'))] : []),
      { header: names.say('systemic.worst'), align: 'left', shrinks: true },
      right(names.say('systemic.takes')),
    ],
    rows: firstOf(
      firms.filter(({ ranked }) => ranked),
      top,
    ).map((firm) => [
      names.firm(firm.id),
      known(firm.importanceUsd, names.column),
      known(firm.importanceShare, inFinePercent),
      ...(bounded ? [known(firm.importanceAtMostUsd, names.column)] : []),
      known(firm.vulnerability, inFinePercent),
      ...(bounded ? [known(firm.vulnerabilityAtMost, inFinePercent)] : []),
      firm.worst === null ? '–' : names.firm(firm.worst.struck),
      firm.worst === null ? '–' : inPercent(firm.worst.fraction),
    ]),
  };
};

const shortfallBlocks = ({ shortfall, receipt }: Systemic, names: Names, top: number): Block[] => {
  const { prudentialShare, totalUsd, refused, firms } = shortfall;
  if (refused !== null) return [paragraph(names.say('systemic.no-shortfall', { why: refused }))];
  const rows = firms.filter((firm) => firm.shortfallUsd !== null);
  const unknown = firms.length - rows.length;
  const crisis = JSON.stringify(receipt.scenario.name);
  return [
    paragraph(
      names.count('systemic.shortfall', unknown, {
        scenario: crisis,
        prudential: percent(prudentialShare),
        rest: percent(1 - prudentialShare),
        usd: names.money(totalUsd),
      }),
    ),
    {
      kind: 'table',
      columns: [
        firmColumn(names),
        right(names.say('systemic.debt')),
        right(names.say('systemic.value')),
        right(names.say('systemic.loses')),
        right(names.say('systemic.short')),
        right(names.say('systemic.spare')),
      ],
      rows: firstOf(rows, top).map((firm) => [
        names.firm(firm.id),
        known(firm.debtUsd, names.column),
        known(firm.valueUsd, names.column),
        known(firm.lossFraction, inPercent),
        firm.shortfallUsd! > 0 ? names.column(firm.shortfallUsd!) : '–',
        firm.shortfallUsd! > 0 ? '–' : names.column(-firm.shortfallUsd!),
      ]),
    },
  ];
};

/** Who matters, who is vulnerable, who falls short, in words and tables. */
export const systemicReport = (document: Systemic, names: Names, top: number): readonly Block[] => {
  const { model, strike, receipt, noBound } = document;
  return [
    paragraph(
      names.say('systemic.about', {
        kind: names.say(`breakpoint.kind.${strike.kind}`),
        size: percent(strike.size),
        model: inLanguage(names.language, model.title),
        day: receipt.network.asOf,
        unit: inLanguage(names.language, model.unit),
      }),
    ),
    ...(document.firms.every(({ importanceShare }) => !importanceShare)
      ? [paragraph(names.say('systemic.nothing'))]
      : []),
    firmsTable(document, names, top),
    paragraph(
      noBound === null
        ? names.say('systemic.bound')
        : names.say('systemic.no-bound', { why: noBound }),
    ),
    ...shortfallBlocks(document, names, top),
    paragraph(names.say('systemic.meaning')),
  ];
};
