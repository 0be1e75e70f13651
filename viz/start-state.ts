import { LANGUAGE_IDS, type Language } from '../src/tell/words/languages.ts';
import { preferredLanguage } from './i18n/language.ts';
import { initialState, type PageState, type ThemeChoice } from './state.ts';
import { readLens } from './style/lens.ts';
import { viewNamed } from './views/views.ts';

const THEME_KEY = 'chained-boats-theme';

/** The theme chosen on an earlier visit; a browser that keeps nothing gives `system`. */
export const savedTheme = (): ThemeChoice => {
  try {
    const saved = localStorage.getItem(THEME_KEY);
    return saved === 'light' || saved === 'dark' ? saved : 'system';
  } catch {
    return 'system';
  }
};

export const saveTheme = (theme: ThemeChoice): void => {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
};

const languageOf = (asked: string | null, browser: readonly string[]): Language =>
  LANGUAGE_IDS.find((id) => id === asked) ?? preferredLanguage(browser);

/** What the page can know before the engine runs: language and view of the link, saved theme. */
export const startState = (
  fragment: string,
  languages: readonly string[],
  theme: ThemeChoice,
): PageState => {
  const link = new URLSearchParams(fragment);
  return {
    ...initialState,
    language: languageOf(link.get('lang'), languages),
    view: viewNamed(link.get('view')),
    lens: readLens(link.get('lens') ?? ''),
    theme,
  };
};
