import { displayWidth } from './display-width.ts';
import { printable } from './printable.ts';
import { TABLE_WIDTH } from './table.ts';

/** Break a text between words into lines of at most 80 columns. */
export const wrap = (text: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > TABLE_WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
};
