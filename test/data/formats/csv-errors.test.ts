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
