import type { Network } from '../../data/graph.ts';
import { deriveInputs } from '../../models/chained-boats/inputs/derive.ts';
import { without } from '../../models/chained-boats/inputs/facts.ts';
import { fillDefaults, settingsOf } from '../../models/chained-boats/simulate.ts';
import { buildWeb } from '../../models/chained-boats/web.ts';
import { windowOf } from '../../scenario/period.ts';
import type { Scenario } from '../../scenario/schema.ts';

/** Outside money that a firm must find in each year for the announced deals to stand. */
export interface FirmGap {
  readonly id: string;
  readonly perYear: readonly { readonly year: number; readonly usd: number }[];
  readonly totalUsd: number;
  /** True where revenue, cost or cash is not known, so that the gap counts what the deals show alone. */
  readonly partial: boolean;
}

export interface GapTable {
  readonly asOf: string;
  readonly window: readonly [number, number];
  readonly firms: readonly FirmGap[];
}

/**
 * The gap of every firm and year: uses (operating cost, debt service, orders, promises) less known
 * sources (revenue, cash, promised money, debt service received). Cash is used once: what a year
 * leaves over is carried to the next; what is assumed or has yet to be found outside is not cash.
 */
export const gap = (network: Network, scenario: Scenario): GapTable => {
  const full = fillDefaults(scenario);
  const [first, last] = windowOf(full.time);
  const settings = settingsOf(network, {
    ...full,
    time: { mode: 'horizon', window: [first, last] },
  });
  const parts = without(full.cuts);
  const carriedUsd = new Map<string, number>(
    network.mapNodes((id, firm) => [id, firm.model?.fundsUsd ?? firm.cashUsd ?? 0]),
  );
  const perFirm = new Map<string, { year: number; usd: number }[]>();
  for (let year = first; year <= last; year++) {
    const { inputs } = deriveInputs(network, { ...settings, time: { mode: 'year', year } }, parts);
    const fundsUsd = Float64Array.from(inputs.firms, (id) => carriedUsd.get(id) ?? 0);
    const none = new Float64Array(inputs.firms.length);
    const web = buildWeb({
      ...inputs,
      fundsUsd,
      reserveUsd: none,
      plannedFundingUsd: none,
      valuation: 'market',
      liquidShare: none,
    });
    inputs.firms.forEach((id, i) => {
      carriedUsd.set(id, web.gapUsd[i]! > 0 ? 0 : web.slackUsd[i]!);
      const years = perFirm.get(id) ?? [];
      years.push({ year, usd: web.gapUsd[i]! });
      perFirm.set(id, years);
    });
  }
  return {
    asOf: settings.asOf,
    window: [first, last],
    firms: network.mapNodes((id, firm) => {
      const perYear = perFirm.get(id) ?? [];
      return {
        id,
        perYear,
        totalUsd: perYear.reduce((sum, entry) => sum + entry.usd, 0),
        partial: [firm.revenueUsd, firm.operatingIncomeUsd, firm.cashUsd].includes(undefined),
      };
    }),
  };
};
