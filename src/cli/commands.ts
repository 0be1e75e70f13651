import { defineBacktest } from '../questions/backtest/ask.ts';
import { defineBook } from '../questions/book/ask.ts';
import { defineBreakpoint } from '../questions/breakpoint/ask.ts';
import type { DefineCommand } from '../questions/command.ts';
import { defineCompare } from '../questions/compare/ask.ts';
import { defineCut } from '../questions/cut/ask.ts';
import { defineExposure } from '../questions/exposure/ask.ts';
import { defineGap } from '../questions/gap/ask.ts';
import { defineLoops } from '../questions/loops/ask.ts';
import { definePaths } from '../questions/paths/ask.ts';
import { defineRank } from '../questions/rank/ask.ts';
import { defineSensitivity } from '../questions/sensitivity/ask.ts';
import { defineSimulate } from '../questions/simulate/ask.ts';
import { defineSolve } from '../questions/solve/ask.ts';
import { defineSystemic } from '../questions/systemic/ask.ts';
import { defineTimeline } from '../questions/timeline/ask.ts';
import { defineUncertain } from '../questions/uncertain/ask.ts';
import { defineConvert } from './define-convert.ts';
import { defineValidate } from './define-validate.ts';
import { defineView } from './define-view.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly DefineCommand[] = [
  defineSimulate,
  defineTimeline,
  defineUncertain,
  defineBreakpoint,
  defineCut,
  defineGap,
  defineExposure,
  definePaths,
  defineRank,
  defineSystemic,
  defineLoops,
  defineBook,
  defineCompare,
  defineSensitivity,
  defineBacktest,
  defineSolve,
  defineValidate,
  defineConvert,
  defineView,
];
