import { chainedBoats } from '../chained-boats/on-web.ts';
import { eisenbergNoe } from '../clearing/eisenberg-noe-on-web.ts';
import { rogersVeraart } from '../clearing/rogers-veraart-on-web.ts';
import { crossHoldings } from '../cross-holdings/on-web.ts';
import { debtrankLinear, debtrankNonlinear, debtrankSingleHit } from '../debtrank/on-web.ts';
import { equityDebt } from '../equity-debt/on-web.ts';
import { esri } from '../esri/on-web.ts';
import { fireSales } from '../fire-sales/on-web.ts';
import { ghosh } from '../input-output/ghosh-on-web.ts';
import { leontief } from '../input-output/leontief-on-web.ts';
import { neva } from '../neva/on-web.ts';
import { threshold } from '../threshold/on-web.ts';
import type { Adapter } from './adapter.ts';

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
