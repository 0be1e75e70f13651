import type { Settings } from './event-web.ts';

export interface ParameterSetting {
  readonly name: string;
  readonly settings: Settings;
}

/** Few values of few parameters: with a dozen events, more would only fit noise. */
const VALUES = {
  revenueElasticity: [1, 0.5, 2],
  fundingElasticity: [1, 0.5, 2],
  nonBinding: [1, 0],
  /** How much further multiples of the compute layer fall than those of the others. */
  computeMultiple: [1, 2],
} as const;

/** Every combination, the defaults first. */
export const PARAMETER_GRID: readonly ParameterSetting[] = VALUES.revenueElasticity.flatMap(
  (revenueElasticity) =>
    VALUES.fundingElasticity.flatMap((fundingElasticity) =>
      VALUES.nonBinding.flatMap((nonBinding) =>
        VALUES.computeMultiple.map((computeMultiple): ParameterSetting => {
          const parameters = { revenueElasticity, fundingElasticity, nonBinding };
          const named = { ...parameters, computeMultiple };
          return {
            name: Object.entries(named)
              .map(([name, value]) => `${name}=${value}`)
              .join(' '),
            settings: {
              parameters,
              ...(computeMultiple === 1 ? {} : { layerFactors: { compute: computeMultiple } }),
            },
          };
        }),
      ),
    ),
);
