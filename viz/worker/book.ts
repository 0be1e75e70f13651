/** A day on which something in the book changed, and how many records changed on it. */
export interface BookDay {
  readonly day: string;
  readonly changes: number;
}

/** What the page needs to know of the whole book, besides the network of one day. */
export interface Book {
  readonly name: string;
  /** The last day on which the records are known: the default as-of. */
  readonly asOf: string;
  readonly days: readonly BookDay[];
  readonly firms: number;
  readonly deals: number;
}
