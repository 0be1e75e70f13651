import type { Network } from '../../data/graph.ts';
import { termOf } from '../../data/order-term.ts';
import type { Order } from '../../data/schema.ts';
import { type DerivationSettings, weightOf } from '../../models/chained-boats/inputs/settings.ts';
import type { Line } from './lines.ts';
import type { OrderBook } from './order-book.ts';
import { sumOfRanges } from './ordered.ts';

/** The layer whose firms sell power. */
const POWER = 'energy';
/** Makers buy of these; counting both would count a chip twice. */
const MADE_FOR_MAKERS = 'upstream';

const layerOf = (network: Network, firm: string): string => network.getNodeAttribute(firm, 'layer');

/** Part of an order that no other order counts. */
const ownShare = ({ within, withinShare = 1 }: Order): number =>
  within === undefined ? 1 : 1 - withinShare;

/** Gigawatts of power that an order takes all through a year in which it has begun. */
const contractedGw = (order: Order, year: number, settings: DerivationSettings): number => {
  const { start, end } = termOf(order, settings);
  if (start >= year + 1 || (order.endYear !== undefined && end <= year)) return 0;
  return (order.capacityGw ?? 0) * weightOf(order.status, settings);
};

/**
 * Power beside what needs it: by year the gigawatts that firms have contracted of producers of the web, and
 * the gigawatts of accelerators that makers are to deliver from the first year of the window up to it.
 * Power bought elsewhere, from a grid or from one's own plants, isn't in the records.
 */
export const powerOf = (
  network: Network,
  lines: readonly Line[],
  years: readonly number[],
  settings: DerivationSettings,
): OrderBook['power'] => {
  const contracts = lines.filter(
    ({ order }) => layerOf(network, order.supplier) === POWER && order.capacityGw !== undefined,
  );
  const chips = lines.filter(
    ({ order }) =>
      order.instrument === 'chip-purchase' && layerOf(network, order.supplier) !== MADE_FOR_MAKERS,
  );
  return {
    contracts: contracts.map(({ order }) => order.id),
    years: years.map((year, at) => ({
      year,
      contractedGw: contracts.reduce(
        (sum, { order }) => sum + contractedGw(order, year, settings),
        0,
      ),
      acceleratorsGw: sumOfRanges(
        chips.flatMap(({ order, perYear }) =>
          perYear.slice(0, at + 1).map(({ gw }) => {
            const own = ownShare(order);
            return gw && { low: gw.low * own, central: gw.central * own, high: gw.high * own };
          }),
        ),
      ),
    })),
  };
};
