import { describe, expect, it } from 'vitest';
import { startState } from '../../../viz/start-state.ts';
import type { PageState } from '../../../viz/state.ts';
import { createStore } from '../../../viz/store.ts';

describe('createStore', () => {
  it('tells every change with the state before, and no longer once left', () => {
    const store = createStore();
    const seen: (readonly [PageState['language'], PageState['language']])[] = [];
    const leave = store.subscribe((state, before) => seen.push([before.language, state.language]));
    store.dispatch({ type: 'language', language: 'zh' });
    leave();
    store.dispatch({ type: 'language', language: 'en' });
    expect(seen).toEqual([['en', 'zh']]);
    expect(store.state().language).toBe('en');
  });
});

describe('startState', () => {
  it('takes language and view from the link first, then from the browser', () => {
    expect(startState('v=1&lang=zh&view=firms', ['en-US'], 'dark')).toMatchObject({
      language: 'zh',
      view: 'firms',
      theme: 'dark',
    });
    expect(startState('', ['de-DE', 'zh-CN', 'en'], 'system').language).toBe('zh');
    expect(startState('lang=fr&view=moon', ['fr'], 'system')).toMatchObject({
      language: 'en',
      view: 'map',
    });
  });
});
