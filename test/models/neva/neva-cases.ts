import type { ValuationId } from '../../../src/models/neva/valuations.ts';
import { referenceCase, type Triple } from '../reference.ts';

interface Bank {
  readonly name: string;
  readonly extasset: number;
  readonly extliab: number;
  readonly ibasset?: Readonly<Record<string, number>>;
}

interface Scenario {
  readonly network: string;
  readonly equity_shock_fraction: number;
  readonly method: string;
  readonly params: { readonly rho?: number; readonly alpha?: number; readonly beta?: number };
  readonly expected: { readonly equity: readonly number[]; readonly V: readonly number[] };
}

const METHODS: Readonly<Record<string, ValuationId>> = {
  en_paripassu: 'eisenberg-noe',
  en_extsenior: 'eisenberg-noe-external-senior',
  furfine: 'furfine',
  furfine_recovery: 'furfine',
  linear_dr: 'linear-debtrank',
  end_lin_dr: 'linear-debtrank-ex-ante',
  rogers_veraart: 'rogers-veraart',
  merton: 'merton',
  blackcox: 'black-cox',
  furfine_merton: 'furfine-merton',
};

/** The scenarios of the case as problems, with what is expected of them. */
export const nevaCases = () => {
  const { inputs, scenarios, sigma_equity, tolerance } = referenceCase('neva-small');
  return (scenarios as Scenario[]).map((scenario) => {
    const banks: Bank[] = inputs[scenario.network];
    const names = banks.map(({ name }) => name);
    const { rho = 0, alpha = 1, beta = 1 } = scenario.params;
    return {
      method: scenario.method,
      exposures: banks.flatMap(({ ibasset = {} }, lender): Triple[] =>
        Object.entries(ibasset).map(([name, amount]) => [lender, names.indexOf(name), amount]),
      ),
      externalAssets: banks.map(({ extasset }) => extasset),
      externalLiabilities: banks.map(({ extliab }) => extliab),
      shocks: banks.map(() => scenario.equity_shock_fraction),
      parameters: {
        valuation: METHODS[scenario.method]!,
        recovery: rho,
        ownRecovery: alpha,
        receivableRecovery: beta,
        equityVolatility: sigma_equity as number,
      },
      expected: scenario.expected,
      tolerance: tolerance.rel as number,
    };
  });
};
