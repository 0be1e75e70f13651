import { displayWidth } from './display-width.ts';
import { printable } from './printable.ts';
import { TABLE_WIDTH } from './table.ts';

/** Between Chinese characters, but never before a closing mark nor after an opening one. */
const BETWEEN =
  /(?<=[\p{Script=Han}，。；：、）”])(?![，。；：、）”？%])|(?<![（“])(?=[\p{Script=Han}（“])/u;

/** Break a text between words, Chinese between characters, into lines of at most 80 columns. */
export const wrap = (text: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const [at, word] of printable(text).split(' ').entries()) {
    let gap = at === 0 ? '' : ' ';
    for (const piece of word.split(BETWEEN)) {
      const longer = `${line}${gap}${piece}`;
      if (line !== '' && displayWidth(longer) > TABLE_WIDTH) {
        lines.push(line);
        line = piece;
      } else line = longer;
      gap = '';
    }
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
};
