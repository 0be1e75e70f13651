import { valueScaleUsd as scaleOf } from '../state.ts';
import type { Web } from '../web.ts';

const orOne = (usd: number): number => (usd > Number.MIN_VALUE ? usd : 1);

/** What differences of a firm's value are measured by, dollars; 1 where it has none. */
export const valueScaleUsd = (web: Web, i: number): number => orOne(scaleOf(web, i));

/** What differences of a firm's means are measured by, dollars a period; 1 where it has none. */
export const moneyScaleUsd = (web: Web, i: number): number =>
  orOne(web.usesUsd[i]! + web.slackUsd[i]!);
