import { count, dollars, firstOf, inBillions, inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Circularity } from './circularity-document.ts';
import { circularitySentence } from './sentence.ts';
import type { IndexId } from './web-indices.ts';

const whole = (share: number): string => percent(Number(share.toFixed(2)));

const NAMES: Readonly<Record<IndexId, string>> = {
  'balanced-flow': 'Balanced flow, % of dollars',
  'maximum-circulation': 'Maximum circulation, %',
  finn: 'Finn cycling index, %',
  reciprocity: 'Paid both ways, %',
  nettable: 'Nettable with new payments, %',
  'within-components': 'Within reach both ways, %',
  'trophic-incoherence': 'Trophic incoherence, %',
  hodge: 'Circular energy (Hodge), %',
};

const orMark = (value: number | null, text: (value: number) => string): string =>
  value === null ? '–' : text(value);

const indicesTable = ({ indices, randomWebs }: Circularity): Block => ({
  kind: 'table',
  columns: [
    { header: 'Index', align: 'left' },
    { header: 'This\nweb', align: 'right' },
    ...(randomWebs === null
      ? []
      : (['Random\nwebs', 'z', 'Random webs\nbelow it, %'] as const).map(
          (header) => ({ header, align: 'right' }) as const,
        )),
  ],
  rows: indices.map(({ id, value }) => {
    const random = randomWebs?.indices.find((index) => index.id === id);
    return [
      NAMES[id],
      orMark(value, inPercent),
      ...(random === undefined
        ? []
        : [
            orMark(random.mean, inPercent),
            orMark(random.z, (z) => z.toFixed(1)),
            orMark(random.quantile, inPercent),
          ]),
    ];
  }),
});

/** A quantile counts half of the ties: where all tie (no spread, so no z) nothing is less circular. */
const placeWords = (quantile: number | null, z: number | null): string => {
  if (quantile === null) return '';
  if (z === null && quantile === 0.5)
    return ' All of them are as circular (balanced flow) as this web.';
  return ` ${percent(Number(quantile.toFixed(3)))} of them are less circular (balanced flow) than this web.`;
};

const randomWords = ({ randomWebs }: Circularity): Block[] => {
  if (randomWebs === null) return [];
  const { webs, seed, indices } = randomWebs;
  const headline = indices.find(({ id }) => id === 'balanced-flow');
  const place = placeWords(headline?.quantile ?? null, headline?.z ?? null);
  return [
    paragraph(
      `Beside ${count(webs, 'random web')} (seed ${seed}) in which every firm pays and is paid as much in each ` +
        `layer, since a random web is circular too.${place}`,
    ),
  ];
};

const yearsTable = ({ years }: Circularity): Block[] => {
  const paid = years.filter(({ grossUsd }) => grossUsd > 0);
  if (paid.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Year', align: 'left' },
        { header: 'Paid\n$bn', align: 'right' },
        { header: 'Circular\n%', align: 'right' },
        { header: 'Could be\n$bn', align: 'right' },
        { header: 'Finn\n%', align: 'right' },
        { header: 'Both\nways %', align: 'right' },
      ],
      rows: paid.map((year) => [
        String(year.year),
        inBillions(year.grossUsd),
        orMark(year.circularShare, inPercent),
        inBillions(year.maxCirculationUsd),
        orMark(year.finnIndex, inPercent),
        orMark(year.reciprocity, inPercent),
      ]),
    },
    paragraph(
      'By calendar year: stated dollars alone; what is promised and not yet paid falls in the day’s year or later.',
    ),
  ];
};

const roundTripTable = ({ firms }: Circularity, names: Names, top: number): Block[] => {
  const able = firms
    .filter(({ roundTripUsd }) => roundTripUsd > 0)
    .sort((a, b) => b.roundTripUsd - a.roundTripUsd || (a.id < b.id ? -1 : 1));
  if (able.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Firm', align: 'left', shrinks: true },
        { header: 'Invests\n$bn', align: 'right' },
        { header: 'Is ordered\nof $bn', align: 'right' },
        { header: 'Own money,\nat most $bn', align: 'right' },
        { header: 'Not its own,\nat least $bn', align: 'right' },
      ],
      rows: firstOf(able, top).map((firm) => [
        names.firm(firm.id),
        inBillions(firm.investedUsd),
        inBillions(firm.soldUsd),
        inBillions(firm.roundTripUsd),
        inBillions(firm.notOwnMoneyUsd),
      ]),
    },
    paragraph(
      'Own money: the maximum flow from what a firm invests over the payments of others back to the orders ' +
        'placed with it. A bound for each firm alone; two bounds may use the same payment.',
    ),
  ];
};

const loopsTable = (loops: Circularity['loops'], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Binding\n$bn', align: 'right' },
    { header: 'All\n$bn', align: 'right' },
    { header: 'Loop', align: 'left', shrinks: true },
    { header: 'Kinds', align: 'left' },
  ],
  rows: loops.map(({ usd, bindingUsd, firms, hops }) => [
    bindingUsd === null ? '?' : inBillions(bindingUsd),
    usd === null ? '?' : inBillions(usd),
    [...firms, firms[0]!].map(names.firm).join(' > '),
    hops
      .map((hop) => [...new Set(hop.map(({ kind }) => kind[0]!.toUpperCase()))].sort().join('+'))
      .join(' '),
  ]),
});

const firmsTable = (firms: Circularity['firms'], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Firm', align: 'left', shrinks: true },
    { header: 'Circular\n% of paid', align: 'right' },
    { header: 'Comes back\n% of paid', align: 'right' },
    { header: 'Loops', align: 'right' },
  ],
  rows: firms.map(({ id, circularShare, comesBackShare, loops }) => [
    names.firm(id),
    inPercent(circularShare),
    inPercent(comesBackShare),
    String(loops),
  ]),
});

/** Circularity in words and tables. */
export const loopsReport = (document: Circularity, names: Names, top: number): readonly Block[] => {
  const { loops, firms, dealsWithoutDollars } = document;
  const wording = { money: dollars, share: whole };
  const blocks: Block[] = [paragraph(circularitySentence(document, 'en', wording))];
  if (loops.length > 0) {
    blocks.push(
      loopsTable(firstOf(loops, top), names),
      paragraph(
        'Dollars of the least hop. E equity, O order, D debt; + stands between deals of one hop. ? some hop is unknown.',
      ),
    );
  }
  const inLoops = firms
    .filter((firm) => firm.loops > 0)
    .sort((a, b) => b.comesBackShare - a.comesBackShare || (a.id < b.id ? -1 : 1));
  if (inLoops.length > 0) blocks.push(firmsTable(firstOf(inLoops, top), names));
  blocks.push(
    ...roundTripTable(document, names, top),
    indicesTable(document),
    ...randomWords(document),
    ...yearsTable(document),
    paragraph(
      `${count(dealsWithoutDollars, 'deal')} without dollars in no index. A loop shows where money could ` +
        'return, not that the same dollars did.',
    ),
  );
  return blocks;
};
