import type { Adapter } from './adapter.ts';
import { chainedBoats } from './adapters/chained-boats.ts';
import { crossHoldings } from './adapters/cross-holdings.ts';
import { debtrankLinear, debtrankNonlinear, debtrankSingleHit } from './adapters/debtrank.ts';
import { eisenbergNoe } from './adapters/eisenberg-noe.ts';
import { equityDebt } from './adapters/equity-debt.ts';
import { esri } from './adapters/esri.ts';
import { fireSales } from './adapters/fire-sales.ts';
import { ghosh } from './adapters/ghosh.ts';
import { leontief } from './adapters/leontief.ts';
import { neva } from './adapters/neva.ts';
import { rogersVeraart } from './adapters/rogers-veraart.ts';
import { threshold } from './adapters/threshold.ts';

/** Every column that a comparison can have. A new one is one file and one line here. */
export const ADAPTERS: readonly Adapter[] = [
  chainedBoats,
  eisenbergNoe,
  rogersVeraart,
  crossHoldings,
  equityDebt,
  neva,
  debtrankLinear,
  debtrankSingleHit,
  debtrankNonlinear,
  threshold,
  fireSales,
  esri,
  leontief,
  ghosh,
];
