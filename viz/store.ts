import { type Action, initialState, type PageState, reduce } from './state.ts';

export type Listener = (state: PageState, before: PageState) => void;

export interface Store {
  state(): PageState;
  dispatch(action: Action): void;
  subscribe(listener: Listener): () => void;
}

/** Holds the one state of the page; listeners hear every change, in order, with the state before. */
export const createStore = (start: PageState = initialState): Store => {
  let state = start;
  const listeners = new Set<Listener>();
  return {
    state: () => state,
    dispatch(action) {
      const before = state;
      state = reduce(state, action);
      if (state === before) return;
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
