import { type BookOptions, orderBook } from '../../../src/questions/book/book.ts';
import type { OrderBook } from '../../../src/questions/book/order-book.ts';
import type { Subject } from '../analyses.ts';

/** Orders against capacity and means. */
export const analyse = ({ network }: Subject, options: BookOptions): OrderBook =>
  orderBook(network, options);
