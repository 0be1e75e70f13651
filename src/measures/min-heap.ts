/** A binary heap of (key, item) pairs that hands out the smallest key first. */
export interface MinHeap {
  readonly push: (key: number, item: number) => void;
  /** The item of the smallest key, or -1 when the heap is empty. */
  readonly pop: () => number;
}

/** Build an empty heap. An item may stand in it more than once. Cost O(log size) a call. */
export const minHeap = (): MinHeap => {
  const keys: number[] = [];
  const items: number[] = [];

  const place = (at: number, key: number, item: number): void => {
    keys[at] = key;
    items[at] = item;
  };

  const push = (key: number, item: number): void => {
    let at = keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent]! <= key) break;
      place(at, keys[parent]!, items[parent]!);
      at = parent;
    }
    place(at, key, item);
  };

  const sink = (key: number, item: number): void => {
    const size = keys.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      place(at, keys[child]!, items[child]!);
      at = child;
    }
    place(at, key, item);
  };

  const pop = (): number => {
    const top = items[0];
    const key = keys.pop();
    const item = items.pop();
    if (top === undefined || key === undefined || item === undefined) return -1;
    if (keys.length > 0) sink(key, item);
    return top;
  };

  return { push, pop };
};
