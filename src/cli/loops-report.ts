import type { Circularity } from '../measures/circularity/circularity-document.ts';
import { count, dollars, firstOf, inBillions, inPercent, percent } from './figures.ts';
import type { Names } from './names.ts';
import { type Block, paragraph } from './report.ts';

const whole = (share: number): string => percent(Number(share.toFixed(2)));

const sentence = ({ receipt, grossUsd, circularShare, loops }: Circularity): string => {
  const { basis, hops, network } = receipt;
  if (circularShare === null)
    return `As of ${network.asOf} no ${basis} dollars of this web are known.`;
  const priced = loops.filter(({ usd }) => usd !== null).length;
  return (
    `Of ${dollars(grossUsd)} that firms of this web have ${basis === 'announced' ? 'announced to pay' : 'bound themselves to pay'} ` +
    `each other, as of ${network.asOf}, ${whole(circularShare)} goes in circles (balanced flow). ` +
    `${count(loops.length, 'loop')} of up to ${hops} payments mix capital with orders, ${priced} with ` +
    'known dollars all the way round.'
  );
};

const loopsTable = (loops: Circularity['loops'], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Least hop\n$bn', align: 'right' },
    { header: 'Loop', align: 'left', shrinks: true },
    { header: 'Kinds', align: 'left' },
  ],
  rows: loops.map(({ usd, firms, hops }) => [
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
  const { loops, firms, finnIndex, trophicIncoherence, dealsWithoutDollars } = document;
  const blocks: Block[] = [paragraph(sentence(document))];
  if (loops.length > 0) {
    blocks.push(
      loopsTable(firstOf(loops, top), names),
      paragraph(
        'E equity, O order, D debt; + stands between deals of one hop. ? some hop is unknown.',
      ),
    );
  }
  const inLoops = firms
    .filter((firm) => firm.loops > 0)
    .sort((a, b) => b.comesBackShare - a.comesBackShare || (a.id < b.id ? -1 : 1));
  if (inLoops.length > 0) blocks.push(firmsTable(firstOf(inLoops, top), names));
  if (finnIndex !== null && trophicIncoherence !== null) {
    blocks.push(
      paragraph(
        `Finn cycling index ${whole(finnIndex)}; trophic incoherence ${trophicIncoherence.toFixed(2)} ` +
          `(0 layered, 1 without direction); ${count(dealsWithoutDollars, 'deal')} without dollars in no index.`,
      ),
    );
  }
  return [
    ...blocks,
    paragraph('A loop shows where money could return, not that the same dollars did.'),
  ];
};
