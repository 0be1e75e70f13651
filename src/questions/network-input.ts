import { resolve } from 'node:path';
import type { Network } from '../data/graph.ts';
import { loadNetwork } from '../models/read-web.ts';
import type { NetworkOptions } from './options.ts';
import { SHIPPED_NETWORK } from './package-root.ts';

/** Path of the network that the options name; the shipped one by default. */
export const networkPath = ({ network }: Pick<NetworkOptions, 'network'>): string =>
  network === undefined ? SHIPPED_NETWORK : resolve(network);

/** The network that the options name, as of their day. */
export const openNetwork = (options: NetworkOptions): Promise<Network> =>
  loadNetwork(networkPath(options), options.asOf === undefined ? {} : { asOf: options.asOf });
