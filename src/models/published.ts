import { eisenbergNoe } from './clearing/eisenberg-noe.ts';
import { rogersVeraart } from './clearing/rogers-veraart.ts';
import { crossHoldings } from './cross-holdings/cross-holdings.ts';
import { debtrank } from './debtrank/debtrank.ts';
import { equityDebt } from './equity-debt/equity-debt.ts';
import { esri } from './esri/esri.ts';
import { fireSales } from './fire-sales/fire-sales.ts';
import { ghosh } from './input-output/ghosh.ts';
import { leontief } from './input-output/leontief.ts';
import { neva } from './neva/neva.ts';
import { threshold } from './threshold/threshold.ts';

/** Every published model by its id. A new one is one file and one line here. */
export const PUBLISHED = {
  'eisenberg-noe': eisenbergNoe,
  'rogers-veraart': rogersVeraart,
  'cross-holdings': crossHoldings,
  'equity-debt': equityDebt,
  neva,
  debtrank,
  threshold,
  esri,
  leontief,
  ghosh,
  'fire-sales': fireSales,
} as const;

export type PublishedId = keyof typeof PUBLISHED;

export const PUBLISHED_IDS = Object.keys(PUBLISHED) as readonly PublishedId[];
