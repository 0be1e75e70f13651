import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../../src/base/errors.ts';
import { readCsv, writeCsv } from '../../../src/data/formats/csv.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { validateDocument } from '../../../src/data/validate.ts';
import { harbour } from '../../worlds/harbour.ts';

const read = (files: Readonly<Record<string, string>>, asOf?: string) => {
  const { document, ...options } = readCsv(new Map(Object.entries(files)), { name: 'mine', asOf });
  return validateDocument(document, options);
};
const problems = (files: Readonly<Record<string, string>>): string[] => {
  try {
    read(files);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DataErrors);
    return (error as DataErrors).errors.map(({ message }) => message);
  }
};

const FIRMS = 'id,name,layer,valueUsd\na,Alpha,models,5e11\nb,Bravo,compute,3.5e11\n';
const DEALS =
  'id,kind,customer,supplier,holder,issuer,status,announcedOn,amountUsd,stake\n' +
  'o,order,a,b,,,signed,2025-10-06,90000000000,\n' +
  'e,equity,,,a,b,signed,2025-10-06,,0.1\n';
const small = { 'firms.csv': FIRMS, 'deals.csv': DEALS };

describe('a newcomer', () => {
  it('needs a table of firms and one of deals', () => {
    const document = read(small);
    expect(document).toMatchObject({ version: 1, name: 'mine', asOf: '2025-10-06' });
    expect(document.firms[1]).toEqual({
      id: 'b',
      name: { en: 'Bravo' },
      layer: 'compute',
      valueUsd: 3.5e11,
    });
    expect(document.deals[0]).toEqual({
      id: 'o',
      kind: 'order',
      customer: 'a',
      supplier: 'b',
      instrument: 'order',
      status: 'signed',
      announcedOn: '2025-10-06',
      amountUsd: 9e10,
    });
    expect(parseNetwork(document).size).toBe(2);
  });

  it('may have deals of any day if the day is given', () => {
    const deals = 'id,kind,customer,supplier,status\no,order,a,b,signed\n';
    expect(read({ ...small, 'deals.csv': deals }, '2026-01-01').asOf).toBe('2026-01-01');
    expect(problems({ ...small, 'deals.csv': deals })).toEqual([
      'network.csv, asOf: found no date in any table, expected the day as of which the tables are known. Give deals an announcedOn, or add network.csv: version,name,asOf / 1,my-web,2026-04-27.',
    ]);
  });

  it('may save from a spreadsheet: BOM, CRLF, quotes, empty lines, capitals in yes and no', () => {
    const firms =
      '\uFEFFid,"name",layer,listed,note\r\n\r\na,"Alpha, Inc. ""A""",models,TRUE,\r\nb, Bravo,compute,No,"two\r\nlines"\r\n,,,,\r\n';
    const document = read({ ...small, 'firms.csv': firms });
    expect(document.firms).toEqual([
      { id: 'a', name: { en: 'Alpha, Inc. "A"' }, layer: 'models', listed: true },
      { id: 'b', name: { en: ' Bravo' }, layer: 'compute', listed: false, note: 'two\r\nlines' },
    ]);
  });

  it('may write unknown for a figure: it is absent, not zero', () => {
    const firms = FIRMS.replace('5e11', 'unknown').replace('3.5e11', '0');
    const [alpha, bravo] = read({ ...small, 'firms.csv': firms }).firms;
    expect(alpha).not.toHaveProperty('valueUsd');
    expect(bravo?.valueUsd).toBe(0);
  });
});

describe('writing', () => {
  it('leaves out columns that nobody fills, and puts those that all need first', () => {
    const files = writeCsv(harbour);
    expect([...files.keys()]).toEqual([
      'network.csv',
      'firms.csv',
      'deals.csv',
      'sources.csv',
      'facts.csv',
      'per-gigawatt.csv',
      'layout.csv',
      'history.csv',
    ]);
    const header = files.get('deals.csv')?.split('\n')[0];
    expect(header).toMatch(/^kind,id,status,customer,supplier,holder,issuer,lender,borrower,/);
    expect(header).not.toContain('exerciseCostUsd');
  });

  it('keeps spreadsheets from running text, and reads it back', () => {
    const formula = { ...harbour, name: "=HYPERLINK('x')", facts: [] };
    const files = writeCsv(formula);
    expect(files.get('network.csv')).toContain("'=HYPERLINK('x')");
    const { document } = readCsv(files, { name: 'x' });
    expect(document).toMatchObject({ name: "=HYPERLINK('x')" });
  });
});
