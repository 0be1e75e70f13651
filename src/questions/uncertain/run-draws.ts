import { type LongWork, workInLanes } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { type Block, type Draws, drawBlocks } from './draw-block.ts';

/** Other threads that draw: each block is the one that `drawBlocks` makes. */
export interface DrawThreads {
  readonly lanes: number;
  readonly draw: (draws: Draws, start: number, end: number) => Promise<Block>;
}

/** How draws are made, followed and ended early. */
export interface DrawWork extends LongWork {
  /** Default: this thread. */
  readonly threads?: DrawThreads | undefined;
}

/** The figures of all draws. */
export interface DrawnNumbers {
  /** Figure by figure: number `at * count + draw`. */
  readonly columns: Float64Array;
  /** 1 where the draw was made. */
  readonly made: Uint8Array;
  /** 1 where it was made and its limit reached. */
  readonly counted: Uint8Array;
  readonly complete: boolean;
}

const BLOCK = 100;

const thisThread = (network: Network, scenario: Scenario, draws: Draws): DrawThreads => {
  const draw = drawBlocks(network, scenario, draws);
  return { lanes: 1, draw: async (_, start, end) => draw(start, end) };
};

/**
 * Make draws block by block, on other threads or this one: the same figures either way.
 *
 * @param count  how many draws
 * @param width  figures a draw
 */
export const runDraws = async (
  network: Network,
  scenario: Scenario,
  draws: Draws,
  { count, width }: { readonly count: number; readonly width: number },
  { threads = thisThread(network, scenario, draws), ...follow }: DrawWork,
): Promise<DrawnNumbers> => {
  const columns = new Float64Array(count * width);
  const made = new Uint8Array(count);
  const counted = new Uint8Array(count);
  const onProgress = (done: number): void =>
    follow.onProgress?.(Math.min(count, done * BLOCK), count);
  const { complete } = await workInLanes(
    Math.ceil(count / BLOCK),
    threads.lanes,
    async (index) => {
      const start = index * BLOCK;
      const end = Math.min(count, start + BLOCK);
      const block = await threads.draw(draws, start, end);
      for (let at = 0; at < width; at++) {
        for (let draw = start; draw < end; draw++) {
          columns[at * count + draw] = block.rows[(draw - start) * width + at]!;
        }
      }
      counted.set(block.settled, start);
      made.fill(1, start, end);
    },
    { ...follow, onProgress },
  );
  return { columns, made, counted, complete };
};
