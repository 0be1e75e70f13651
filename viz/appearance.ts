import type { ThemeChoice } from './state.ts';
import { cssVariables, type ThemeName } from './theme/tokens.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The theme that a choice comes to now. */
export const themeNow = (choice: ThemeChoice): ThemeName => {
  if (choice !== 'system') return choice;
  return dark.matches ? 'dark' : 'light';
};

/** Calls back when the reader's system changes its mind. */
export const onSystemTheme = (listener: () => void): void =>
  dark.addEventListener('change', listener);

/** Colours of a theme as CSS variables of the page. */
export const wearTheme = (name: ThemeName): void => {
  const { style, dataset } = document.documentElement;
  for (const [property, value] of Object.entries(cssVariables(name))) {
    style.setProperty(property, value);
  }
  style.colorScheme = name;
  dataset['theme'] = name;
};

/** The theme for paper, whatever is on the screen. */
export const wearThemeOnPaper = (now: () => ThemeName): void => {
  addEventListener('beforeprint', () => wearTheme('light'));
  addEventListener('afterprint', () => wearTheme(now()));
};
