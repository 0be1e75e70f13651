import { html, type TemplateResult } from 'lit';

const PATHS = {
  start: 'M4 3v10M13 3 6 8l7 5z',
  back: 'M12 3 5 8l7 5z',
  play: 'M4 2.5v11L13 8z',
  pause: 'M5 3v10M11 3v10',
  forward: 'M4 3l7 5-7 5z',
  end: 'M12 3v10M3 3l7 5-7 5z',
  out: 'M3 8h10',
  in: 'M3 8h10M8 3v10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign for a button, drawn: it looks the same whatever fonts a reader has. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class=${`glyph glyph-${name}`} viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
