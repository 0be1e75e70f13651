import { randomPairs, seededRandom } from '../../random.ts';
import { referenceCase, type Triple } from '../reference.ts';

export interface ClearingCase {
  readonly name: string;
  readonly size: number;
  readonly assets: readonly number[];
  readonly outside: readonly number[];
  readonly liabilities: readonly Triple[];
  readonly own: number;
  readonly receivable: number;
  readonly tolerance: number;
  readonly payments: readonly number[];
  readonly leastPayments: readonly number[] | undefined;
  readonly equity: readonly number[];
  readonly defaulted: readonly boolean[];
}

const FILES = [
  'en-hand-chain3',
  'en-hand-ring4-one-shock',
  'en-hand-star',
  'en-hand-zero-liabilities',
  'en-rv-systemicrisk-doc-example',
  'rv-hand-two-equilibria',
  'rv-networkvaluation-example',
];

/** Every clearing case of the reference folder, a scenario each. */
export const clearingCases: readonly ClearingCase[] = FILES.flatMap((file) => {
  const { inputs, scenarios, tolerance } = referenceCase(file);
  return scenarios.map(({ alpha, beta, expected }: never) => ({
    name: `${file} ${alpha} ${beta}`,
    size: inputs.n,
    assets: inputs.ea,
    outside: inputs.el,
    liabilities: inputs.liabilities,
    own: alpha,
    receivable: beta,
    tolerance: tolerance.abs,
    payments: (expected as { p: number[] }).p,
    leastPayments: (expected as { least_p?: number[] }).least_p,
    equity: (expected as { equity: number[] }).equity,
    defaulted: (expected as { defaulted: number[] }).defaulted.map(Boolean),
  }));
});

/** Firms of very different size, some with nothing outside, some owing nothing. */
export const randomClearing = (size: number, seed: number) => {
  const random = seededRandom(seed);
  const liabilities = randomPairs(size, 0.35, random).map(
    ([debtor, creditor]) => [debtor, creditor, 10 ** (2 * random())] as const,
  );
  const some = (share: number, most: number) =>
    Array.from({ length: size }, () => (random() < share ? most * random() : 0));
  return { liabilities, externalAssets: some(0.7, 40), externalLiabilities: some(0.5, 30) };
};

interface Plain {
  readonly liabilities: readonly Triple[];
  readonly externalAssets: readonly number[];
  readonly externalLiabilities: readonly number[];
}

/**
 * What firms pay on the debt among them, by plain rounds of the defining map from one end: another
 * method than the engine's, right to about 1e-10 where the rounds contract.
 */
export const clearByRounds = (
  { liabilities, externalAssets, externalLiabilities }: Plain,
  { own, receivable, senior }: { own: number; receivable: number; senior: boolean },
  end: 'greatest' | 'least',
) => {
  const among = externalAssets.map(() => 0);
  for (const [debtor, , amount] of liabilities) among[debtor]! += amount;
  const due = among.map((amount, i) => amount + externalLiabilities[i]!);
  let ratio: number[] = among.map(() => (end === 'greatest' ? 1 : 0));
  for (let round = 0; round < 20_000; round++) {
    const received = among.map(() => 0);
    for (const [debtor, creditor, amount] of liabilities)
      received[creditor]! += amount * ratio[debtor]!;
    const next = ratio.map((_, i) => {
      const assets = externalAssets[i]! + received[i]!;
      if (assets >= due[i]! * (1 - 1e-12)) return 1;
      const left = own * externalAssets[i]! + receivable * received[i]!;
      if (!senior) return left / due[i]!;
      return among[i] === 0 ? 0 : Math.max(0, left - externalLiabilities[i]!) / among[i]!;
    });
    const moved = Math.max(0, ...next.map((value, i) => Math.abs(value - ratio[i]!)));
    ratio = next;
    if (moved < 1e-15) break;
  }
  return among.map((amount, i) => amount * ratio[i]!);
};
