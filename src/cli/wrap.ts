import { displayWidth } from './display-width.ts';
import { TABLE_WIDTH } from './table.ts';

/** Break a text between words into lines of at most 80 columns, the later ones indented. */
export const wrap = (text: string, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > TABLE_WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
};
