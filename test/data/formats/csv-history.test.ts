import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../../src/base/errors.ts';
import { readCsv } from '../../../src/data/formats/csv.ts';
import { validateDocument } from '../../../src/data/validate.ts';

const read = (files: Readonly<Record<string, string>>) => {
  const { document, ...options } = readCsv(new Map(Object.entries(files)), { name: 'mine' });
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

describe('history.csv', () => {
  const history = (rows: string) => ({
    ...small,
    'network.csv': 'version,name,asOf\n1,web,2026-04-27\n',
    'history.csv': `record,on,field,value,sources,confidence,note\n${rows}`,
  });

  it('makes one entry of rows of one record, day and provenance', () => {
    const rows =
      'e,2026-01-05,stake,unknown,s;t,high,\ne,2026-01-05,valueUsd,3e9,s;t,high,\ne,2026-02-01,,,s,,still on\n';
    expect(read(history(rows)).deals[1]?.history).toEqual([
      { on: '2026-01-05', stake: null, valueUsd: 3e9, sources: ['s', 't'], confidence: 'high' },
      { on: '2026-02-01', sources: ['s'], note: 'still on' },
    ]);
  });

  it('keeps rows of other provenance apart', () => {
    const rows = 'e,2026-01-05,stake,0.2,s,,\ne,2026-01-05,valueUsd,3e9,t,,\n';
    expect(read(history(rows)).deals[1]?.history).toHaveLength(2);
  });

  it.each([
    [
      'x,2026-01-05,stake,0.2,,,\n',
      'history.csv row 2, record: found "x", expected the id of a firm or a deal',
    ],
    [
      'e,2026-01-05,stak,0.2,,,\n',
      'history.csv row 2, field: found "stak", expected a field of that record that may change. Did you mean stake?',
    ],
    [
      'o,2026-01-05,stake,0.2,,,\n',
      'history.csv row 2, field: found "stake", expected a field of that record that may change',
    ],
    [
      'e,2026-01-05,stake,,,,\n',
      'history.csv row 2, value: found nothing, expected the new stake, or "unknown"',
    ],
    [
      '\n"e",2026-01-05,stake,lots,,,\n',
      'history.csv row 3 (e), value (stake): found "lots", expected a number',
    ],
    [
      'e,2026-13-05,stake,0.2,,,\n',
      'history.csv row 2 (e), on: found "2026-13-05", expected a day that exists',
    ],
    [
      'e,2025-01-05,stake,0.2,,,\n',
      'history.csv row 2 (e), on: found "2025-01-05", expected a day not before 2025-10-06',
    ],
    [
      'e,2026-01-05,stake,0.2,,sure,\n',
      'history.csv row 2 (e), confidence: found "sure", expected one of high, medium, low',
    ],
  ])('%j is refused', (rows, message) => {
    const found = problems(history(rows));
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(message), found[0]).toBe(true);
  });
});
