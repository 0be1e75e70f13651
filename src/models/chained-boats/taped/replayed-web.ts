import { floats } from '../../../numerics/program/algebra.ts';
import type { Node, Tape } from '../../../numerics/program/tape.ts';
import { type Replay, replayOf } from '../../../numerics/program/tape-replay.ts';
import type { Baseline } from '../baseline.ts';
import { weigher } from '../essential-inputs.ts';
import type { Web } from '../web.ts';
import { PER_FIRM, type TapedInputs } from './inputs.ts';
import type { TapedWeb } from './web.ts';

const OF_BASELINE = [
  'revenueUsd',
  'fundingUsd',
  'gapUsd',
  'slackUsd',
  'usesUsd',
  'startValueUsd',
  'coreValueUsd',
  'receiptsUsd',
] as const satisfies readonly (keyof Baseline<Node>)[];

const TIERS = ['debtUsd', 'bindingUsd', 'discretionaryUsd', 'promisedUsd'] as const;

/** Numbers of a web, and the nodes that they come from. */
type Link = readonly [numbers: Float64Array, nodes: ArrayLike<Node | null>];

/** A web of which every array can be written anew; who deals with whom is the first one's. */
const copyOf = (web: Web): Web => ({
  ...web,
  ...Object.fromEntries(
    [...PER_FIRM, ...OF_BASELINE, 'valueUsd' as const].map((name) => [name, web[name].slice()]),
  ),
  orders: {
    ...web.orders,
    usd: web.orders.usd.slice(),
    takeOrPay: web.orders.takeOrPay.slice(),
    essentiality: web.orders.essentiality.slice(),
  },
  stakes: { ...web.stakes, stake: web.stakes.stake.slice() },
  promises: { ...web.promises, usd: web.promises.usd.slice() },
  loans: {
    ...web.loans,
    faceUsd: web.loans.faceUsd.slice(),
    serviceUsd: web.loans.serviceUsd.slice(),
  },
  tiers: {
    debtUsd: web.tiers.debtUsd.slice(),
    bindingUsd: web.tiers.bindingUsd.slice(),
    discretionaryUsd: web.tiers.discretionaryUsd.slice(),
    promisedUsd: web.tiers.promisedUsd.slice(),
  },
  inputWeight: web.inputWeight.slice(),
});

const linksOf = (web: Web, inputs: TapedInputs, baseline: TapedWeb): readonly Link[] => [
  ...PER_FIRM.map((name): Link => [web[name], inputs[name]]),
  [web.valueUsd, inputs.valueUsd],
  ...OF_BASELINE.map((name): Link => [web[name], baseline[name]]),
  ...TIERS.map((name): Link => [web.tiers[name], baseline.tiers[name]]),
  [web.orders.usd, inputs.orders.usd],
  [web.orders.takeOrPay, inputs.orders.takeOrPay],
  [web.orders.essentiality, inputs.orders.essentiality],
  [web.stakes.stake, inputs.stakes.stake],
  [web.promises.usd, inputs.promises.usd],
  [web.loans.faceUsd, inputs.loans.faceUsd],
  [web.loans.serviceUsd, inputs.loans.serviceUsd],
];

/** A web that follows the figures of its records. */
export interface ReplayedWeb {
  /** Its arrays are written anew by every `play`. */
  readonly web: Web;
  readonly replay: Replay;
  /**
   * Work the web out from what the replay's leaves hold now; false where the values of firms that
   * hold each other did not settle.
   */
  readonly play: () => boolean;
}

/**
 * The web of a tape with other figures in some of its leaves, thousands of times: `deriveInputs` and
 * `buildWeb` once written down (`inputQuantities`, `tapedWeb`) and played again, without allocation. An order
 * of which nothing is paid doesn't stand: its customer doesn't miss it.
 *
 * @param web      the web that the tape was written from; not changed
 * @param changed  the leaves that will be set
 */
export const replayedWeb = (
  tape: Tape,
  web: Web,
  { inputs, baseline }: { readonly inputs: TapedInputs; readonly baseline: TapedWeb },
  changed: readonly Node[],
): ReplayedWeb => {
  const own = copyOf(web);
  const links = linksOf(own, inputs, baseline);
  const { paid } = inputs.orders;
  const answers = [...links.flatMap(([, nodes]) => Array.from(nodes)), ...paid].filter(
    (node) => node !== null,
  );
  const replay = replayOf(tape, changed, answers, baseline.loop);
  const moving = links.flatMap(([numbers, nodes]) =>
    [...Array.from(nodes).entries()].flatMap(([place, node]) =>
      node !== null && replay.moves(node) ? [{ numbers, place, node }] : [],
    ),
  );
  const weigh = weigher(own.orders);
  const { essentiality } = own.orders;
  return {
    web: own,
    replay,
    play: () => {
      const settled = replay.play();
      essentiality.set(web.orders.essentiality);
      for (const { numbers, place, node } of moving) numbers[place] = replay.value[node]!;
      paid.forEach((share, leg) => {
        if (share !== null && replay.value[share] === 0) essentiality[leg] = 0;
      });
      weigh(floats, own.orders, own.inputWeight);
      return settled;
    },
  };
};
