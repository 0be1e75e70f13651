import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/io/csv.ts';
import { validateDocument } from '../../src/network/validate.ts';
import { harbour } from '../worlds/harbour.ts';
import { threeBoats } from '../worlds/three-boats.ts';

const reread = (files: ReadonlyMap<string, string>) => {
  const { document, ...options } = readCsv(files, { name: 'x' });
  return validateDocument(document, options);
};

describe('CSV', () => {
  it.each([threeBoats, harbour])('gives a document back: $name', (world) => {
    const files = writeCsv(world);
    expect(reread(files)).toEqual(world);
    expect(writeCsv(reread(files))).toEqual(files);
  });
});
