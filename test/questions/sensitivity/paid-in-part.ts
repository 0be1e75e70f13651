import type { Deal } from '../../../src/data/schema.ts';

const times = (usd: number | undefined, factor: number): number | undefined =>
  usd === undefined ? undefined : usd * factor;

/** Only fields that are there, so that unknown stays unknown. */
const known = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;

/**
 * A closed deal for `factor` of everything that a deal promises: a share of it that counts, whatever its
 * status. What isn't stated stays unknown.
 *
 * @param stake  the stake that an equity deal stands for; undefined where the facts don't say
 */
export const paidInPart = (deal: Deal, factor: number, stake?: number): Deal => {
  const status = 'closed';
  if (deal.kind === 'order') {
    const { schedule } = deal;
    const scaled = known({
      amountUsd: times(deal.amountUsd, factor),
      perYearUsd: times(deal.perYearUsd, factor),
      capacityGw: times(deal.capacityGw, factor),
      schedule: schedule?.map(({ year, usd }) => ({ year, usd: usd * factor })),
    });
    return { ...deal, status, ...scaled };
  }
  if (deal.kind === 'equity') {
    const scaled = known({
      stake: times(stake, factor),
      commitmentUsd: times(deal.commitmentUsd, factor),
    });
    return { ...deal, status, ...scaled };
  }
  const scaled = known({
    faceUsd: times(deal.faceUsd, factor),
    servicePerYearUsd: times(deal.servicePerYearUsd, factor),
    commitmentUsd: times(deal.commitmentUsd, factor),
  });
  return { ...deal, status, ...scaled };
};
