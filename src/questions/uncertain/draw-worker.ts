import Tinypool from 'tinypool';
import { type PlainNetwork, revive } from '../../data/plain-network.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { type Block, type DrawBlock, type Draws, drawBlocks } from './draw-block.ts';

/** What a thread is given once. */
export interface DrawSubject {
  readonly network: PlainNetwork;
  readonly scenario: Scenario;
  readonly draws: Draws;
}

/** What it is asked again and again. */
export interface DrawTask {
  readonly start: number;
  readonly end: number;
}

let prepared: DrawBlock | undefined;

const prepare = (): DrawBlock => {
  const { network, scenario, draws } = Tinypool.workerData as DrawSubject;
  return drawBlocks(revive(network), scenario, draws);
};

/** One block of draws, in a thread of its own. */
export const drawBlock = ({ start, end }: DrawTask): Block => {
  prepared ??= prepare();
  return prepared(start, end);
};
