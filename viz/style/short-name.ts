import type { Firm } from '../../src/data/schema.ts';
import { inLanguage, type Language } from '../../src/tell/words/languages.ts';

const LONGEST = 22;

/** A firm's name on the map: without what stands in brackets, cut at a length that fits a lane. */
export const shortName = (firm: Firm, language: Language): string => {
  const full = inLanguage(language, firm.name);
  const plain = full.replace(/\s*[（(].*[)）]\s*$/u, '') || full;
  const glyphs = [...plain];
  return glyphs.length > LONGEST
    ? `${glyphs
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : plain;
};
