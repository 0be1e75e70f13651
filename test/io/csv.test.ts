import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/errors.ts';
import { readCsv, writeCsv } from '../../src/io/csv.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { validateDocument } from '../../src/network/validate.ts';
import { harbour } from '../worlds/harbour.ts';

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

describe('bad tables name file, row, field, what was found and what was expected', () => {
  const firms = (text: string) => ({ ...small, 'firms.csv': text });
  const deals = (text: string) => ({ ...small, 'deals.csv': text });
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'no deals',
      { 'firms.csv': FIRMS, 'deal.csv': DEALS },
      'deals.csv: found no such file, expected a table of the network. Did you mean deal.csv?',
    ],
    [
      'nothing in it',
      firms(' \n'),
      'firms.csv: found an empty file, expected a header line with id',
    ],
    [
      'other separators',
      firms('id;name;layer\na;Alpha;models\n'),
      'firms.csv: found "id;name;layer", expected cells between commas',
    ],
    [
      'an unknown column',
      firms(FIRMS.replace('valueUsd', 'valuUsd')),
      'firms.csv row 1 (header), valuUsd: found column "valuUsd", expected a known column. Did you mean valueUsd?',
    ],
    [
      'a column twice',
      firms('id,name,layer,id\n'),
      'firms.csv row 1 (header), id: found a second column of that name',
    ],
    [
      'name and name.en',
      firms('id,name,name.en,layer\n'),
      'firms.csv row 1 (header), name.en: found a second column of that name',
    ],
    [
      'a missing column',
      deals(DEALS.replace('status,', 'instrument,')),
      'deals.csv row 1 (header), status: found nothing, expected a column status: every row needs it',
    ],
    [
      'a short row',
      firms(`${FIRMS}c,Carrow\n`),
      'firms.csv row 4: found 2 cells, expected 4 cells as in the header',
    ],
    [
      'a long row',
      firms(`${FIRMS}c,Carrow, Inc.,models,5\n`),
      'firms.csv row 4: found 5 cells, expected 4 cells as in the header. Text with a comma stands in double quotes.',
    ],
    [
      'a cell without a name',
      firms('id,name,layer,\na,A,models,\nb,B,models,x\n'),
      'firms.csv row 3, cell 4: found "x", expected a name for that column',
    ],
    [
      'an open quote',
      firms('id,name,layer\na,"Alpha,models\nb,B,models\n'),
      'firms.csv row 2: found a stray or unclosed quote',
    ],
    [
      'a malformed number',
      firms(FIRMS.replace('3.5e11', '350B')),
      'firms.csv row 3 (b), valueUsd: found "350B", expected a number. Write the figure out',
    ],
    [
      'a number with commas',
      firms(FIRMS.replace('3.5e11', '"350,000"')),
      'firms.csv row 3 (b), valueUsd: found "350,000", expected a number. Write digits with no separators',
    ],
    [
      'a number too large',
      firms(FIRMS.replace('3.5e11', '1e999')),
      'firms.csv row 3 (b), valueUsd: found "1e999", expected a number',
    ],
    [
      'a percentage',
      deals(DEALS.replace('0.1', '10%')),
      'deals.csv row 3 (e), stake: found "10%", expected a number. Write a share as 0.25, not 25%.',
    ],
    [
      'a stake above 1',
      deals(DEALS.replace('0.1', '10')),
      'deals.csv row 3 (e), stake: found 10, expected at most 1',
    ],
    [
      'a malformed date',
      deals(DEALS.replace('2025-10-06', '06.10.2025')),
      'deals.csv row 2 (o), announcedOn: found "06.10.2025", expected a day as YYYY-MM-DD',
    ],
    [
      'a wrong yes or no',
      firms('id,name,layer,listed\na,A,models,maybe\nb,B,models,no\n'),
      'firms.csv row 2 (a), listed: found "maybe", expected true or false (yes or no in a table)',
    ],
    [
      'a malformed schedule',
      deals(
        'id,kind,customer,supplier,status,schedule,announcedOn\no,order,a,b,signed,2026-10,2025-01-01\n',
      ),
      'deals.csv row 2 (o), schedule: found "2026-10", expected a list. In a table',
    ],
    [
      'a word in a schedule',
      deals(
        'id,kind,customer,supplier,status,schedule,announcedOn\no,order,a,b,signed,2026:10;2027:lots,2025-01-01\n',
      ),
      'deals.csv row 2 (o), schedule.usd: found "lots", expected a number',
    ],
    [
      'a field of another kind',
      deals(DEALS.replace('90000000000,', '90000000000,0.2')),
      'deals.csv row 2 (o), stake: found 0.2, expected nothing: its kind has no such field',
    ],
    [
      'a missing role',
      deals(DEALS.replace('a,b,,', 'a,,,')),
      'deals.csv row 2 (o), supplier: found nothing, expected text',
    ],
    [
      'an unknown kind',
      deals(DEALS.replace('equity', 'equty')),
      'deals.csv row 3 (e), kind: found "equty", expected one of order, equity, debt. Did you mean equity?',
    ],
    [
      'an unknown firm',
      deals(DEALS.replace('order,a,b', 'order,a,bravo')),
      'deals.csv row 2 (o), supplier: found "bravo", expected the id of a firm. Did you mean b?',
    ],
    [
      'a second network',
      { ...small, 'network.csv': 'version,name,asOf\n1,x,2026-01-01\n1,y,2026-01-01\n' },
      'network.csv row 3: found a second row, expected one row',
    ],
    [
      'an unknown version',
      { ...small, 'network.csv': 'version,name,asOf\n9,x,2026-01-01\n' },
      'network.csv, version: found 9, expected 1',
    ],
  ])('%s', (_case, files, message) => {
    const found = problems(files);
    expect(found[0]?.startsWith(message), found.join('\n')).toBe(true);
  });

  it('counts lines as an editor does, past quoted line ends', () => {
    const text = 'id,name,layer,note,valueUsd\na,A,models,"x\ny\r\nz",1\n\nb,B,models,,oops\n';
    expect(problems(firms(text))[0]).toMatch(/^firms\.csv row 6 \(b\), valueUsd: found "oops"/);
  });

  it('reports everything at once', () => {
    const bad = {
      'firms.csv': FIRMS.replace('5e11', 'x').replace('3.5e11', 'y'),
      'deals.csv': DEALS.replace('signed', 'x'),
    };
    expect(problems(bad)).toHaveLength(3);
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
