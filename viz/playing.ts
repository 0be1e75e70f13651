import { advance, playbackSteps } from './panels/playback.ts';
import type { Store } from './store.ts';

/** Moves the position on while the state says that it plays; no frame is asked for at rest. */
export const keepPlaying = (store: Store, frames: Pick<Window, 'requestAnimationFrame'>): void => {
  let last: number | undefined;

  const frame = (now: number): void => {
    const { playing, cascade, position, speed } = store.state();
    if (!playing || !cascade) {
      last = undefined;
      return;
    }
    const steps = playbackSteps(cascade.rounds);
    const next = advance(steps, position, last === undefined ? 0 : now - last, speed);
    last = now;
    store.dispatch({ type: 'position', position: next });
    if (next >= cascade.rounds.length) store.dispatch({ type: 'play', playing: false });
    frames.requestAnimationFrame(frame);
  };

  store.subscribe((state, before) => {
    if (state.playing && !before.playing) frames.requestAnimationFrame(frame);
  });
};
