import type { DefineCommand } from './command.ts';
import { defineBacktest } from './commands/backtest.ts';
import { defineBook } from './commands/book.ts';
import { defineBreakpoint } from './commands/breakpoint.ts';
import { defineCompare } from './commands/compare.ts';
import { defineConvert } from './commands/convert.ts';
import { defineCut } from './commands/cut.ts';
import { defineExposure } from './commands/exposure.ts';
import { defineGap } from './commands/gap.ts';
import { defineLoops } from './commands/loops.ts';
import { defineRank } from './commands/rank.ts';
import { defineSensitivity } from './commands/sensitivity.ts';
import { defineSimulate } from './commands/simulate.ts';
import { defineSolve } from './commands/solve.ts';
import { defineSystemic } from './commands/systemic.ts';
import { defineTimeline } from './commands/timeline.ts';
import { defineUncertain } from './commands/uncertain.ts';
import { defineValidate } from './commands/validate.ts';
import { defineView } from './commands/view.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly DefineCommand[] = [
  defineSimulate,
  defineTimeline,
  defineUncertain,
  defineBreakpoint,
  defineCut,
  defineGap,
  defineExposure,
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
