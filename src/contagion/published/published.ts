import { crossHoldings } from './cross-holdings.ts';
import { debtrank } from './debtrank.ts';
import { eisenbergNoe } from './eisenberg-noe.ts';
import { equityDebt } from './equity-debt.ts';
import { esri } from './esri.ts';
import { fireSales } from './fire-sales.ts';
import { ghosh } from './ghosh.ts';
import { leontief } from './leontief.ts';
import { neva } from './neva.ts';
import { rogersVeraart } from './rogers-veraart.ts';
import { threshold } from './threshold.ts';

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
