import { firstOf, inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Circularity } from './circularity-document.ts';
import { circularitySentence } from './sentence.ts';

const whole = (share: number): string => percent(Number(share.toFixed(2)));

const orMark = (value: number | null, text: (value: number) => string): string =>
  value === null ? '–' : text(value);

const indicesTable = ({ indices, randomWebs }: Circularity, names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('loops.index-head'), align: 'left' },
    { header: names.say('loops.this-web'), align: 'right' },
    ...(randomWebs === null
      ? []
      : (['random', 'z', 'below'] as const).map(
          (key) => ({ header: names.say(`loops.beside.${key}`), align: 'right' }) as const,
        )),
  ],
  rows: indices.map(({ id, value }) => {
    const random = randomWebs?.indices.find((index) => index.id === id);
    return [
      names.say(`loops.index.${id}`),
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
const placeWords = (quantile: number | null, z: number | null, names: Names): string[] => {
  if (quantile === null) return [];
  if (z === null && quantile === 0.5) return [names.say('loops.all-as-circular')];
  return [names.say('loops.less-circular', { share: percent(Number(quantile.toFixed(3))) })];
};

const randomWords = ({ randomWebs }: Circularity, names: Names): Block[] => {
  if (randomWebs === null) return [];
  const { webs, seed, indices } = randomWebs;
  const headline = indices.find(({ id }) => id === 'balanced-flow');
  const place = placeWords(headline?.quantile ?? null, headline?.z ?? null, names);
  return [
    paragraph(
      [names.count('loops.beside', webs, { seed }), ...place].join(names.say('sentence.gap')),
    ),
  ];
};

const yearsTable = ({ years }: Circularity, names: Names): Block[] => {
  const paid = years.filter(({ grossUsd }) => grossUsd > 0);
  if (paid.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: names.say('loops.year'), align: 'left' },
        { header: names.say('loops.paid'), align: 'right' },
        { header: names.say('loops.circular'), align: 'right' },
        { header: names.say('loops.could-be'), align: 'right' },
        { header: names.say('loops.finn'), align: 'right' },
        { header: names.say('loops.both-ways'), align: 'right' },
      ],
      rows: paid.map((year) => [
        String(year.year),
        names.column(year.grossUsd),
        orMark(year.circularShare, inPercent),
        names.column(year.maxCirculationUsd),
        orMark(year.finnIndex, inPercent),
        orMark(year.reciprocity, inPercent),
      ]),
    },
    paragraph(names.say('loops.by-year')),
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
        { header: names.say('loops.firm'), align: 'left', shrinks: true },
        { header: names.say('loops.invests'), align: 'right' },
        { header: names.say('loops.sold'), align: 'right' },
        { header: names.say('loops.own'), align: 'right' },
        { header: names.say('loops.not-own'), align: 'right' },
      ],
      rows: firstOf(able, top).map((firm) => [
        names.firm(firm.id),
        names.column(firm.investedUsd),
        names.column(firm.soldUsd),
        names.column(firm.roundTripUsd),
        names.column(firm.notOwnMoneyUsd),
      ]),
    },
    paragraph(names.say('loops.own-means')),
  ];
};

const loopsTable = (loops: Circularity['loops'], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('loops.binding-usd'), align: 'right' },
    { header: names.say('loops.all-usd'), align: 'right' },
    { header: names.say('loops.loop'), align: 'left', shrinks: true },
    { header: names.say('loops.kinds'), align: 'left' },
  ],
  rows: loops.map(({ usd, bindingUsd, firms, hops }) => [
    bindingUsd === null ? '?' : names.column(bindingUsd),
    usd === null ? '?' : names.column(usd),
    [...firms, firms[0]!].map(names.firm).join(' > '),
    hops
      .map((hop) => [...new Set(hop.map(({ kind }) => kind[0]!.toUpperCase()))].sort().join('+'))
      .join(' '),
  ]),
});

const firmsTable = (firms: Circularity['firms'], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('loops.firm'), align: 'left', shrinks: true },
    { header: names.say('loops.circular-paid'), align: 'right' },
    { header: names.say('loops.back'), align: 'right' },
    { header: names.say('loops.loops'), align: 'right' },
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
  const blocks: Block[] = [paragraph(circularitySentence(document, names, whole))];
  if (loops.length > 0) {
    blocks.push(loopsTable(firstOf(loops, top), names), paragraph(names.say('loops.legend')));
  }
  const inLoops = firms
    .filter((firm) => firm.loops > 0)
    .sort((a, b) => b.comesBackShare - a.comesBackShare || (a.id < b.id ? -1 : 1));
  if (inLoops.length > 0) blocks.push(firmsTable(firstOf(inLoops, top), names));
  blocks.push(
    ...roundTripTable(document, names, top),
    indicesTable(document, names),
    ...randomWords(document, names),
    ...yearsTable(document, names),
    paragraph(names.count('loops.meaning', dealsWithoutDollars)),
  );
  return blocks;
};
