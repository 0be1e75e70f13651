import type { Network } from '../data/graph.ts';
import { loadDocument as loadAnyDocument, loadNetwork as loadAnyNetwork } from '../data/load.ts';
import { type AsOfOption, parseNetwork as parseAnyNetwork } from '../data/parse.ts';
import type { NetworkDocument } from '../data/schema.ts';
import { drawableParameters as drawable } from './chained-boats/parameters.ts';

/**
 * The readers of data, with a web's table of distributions checked against the parameters that the model
 * draws.
 *
 * @throws DataErrors, IoError
 */
export const loadDocument = (path: string, options: AsOfOption = {}): Promise<NetworkDocument> =>
  loadAnyDocument(path, { ...options, drawable });

/**
 * Read a network from a directory of CSV files or from a JSON, GEXF or GraphML file.
 *
 * @throws DataErrors, IoError
 */
export const loadNetwork = (path: string, options: AsOfOption = {}): Promise<Network> =>
  loadAnyNetwork(path, { ...options, drawable });

/** A network from its document. @throws DataErrors with every problem found */
export const parseNetwork = (document: unknown, options: AsOfOption = {}): Network =>
  parseAnyNetwork(document, { ...options, drawable });
