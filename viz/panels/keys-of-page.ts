import type { Store } from '../store.ts';
import type { App } from './app.ts';
import { answerKey, ownsKey } from './keyboard.ts';

/** Single keys of the page: they work outside of fields, and never with a modifier. */
export const listenToKeys = (store: Store, app: App): void => {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (ownsKey(event.target, event.key)) return;
    const answer = answerKey(event.key, store.state());
    if (!answer) return;
    event.preventDefault();
    for (const action of answer.actions) store.dispatch(action);
    if (answer.wish === 'help') void app.open('help');
    if (answer.wish === 'search') app.querySelector<HTMLElement>('#search')?.focus();
  });
};
