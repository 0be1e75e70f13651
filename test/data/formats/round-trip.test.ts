import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/data/formats/csv.ts';
import { readGexf, writeGexf } from '../../../src/data/formats/gexf.ts';
import { readGraphml, writeGraphml } from '../../../src/data/formats/graphml.ts';
import { readJson, writeJson } from '../../../src/data/formats/json.ts';
import type { ReadDocument } from '../../../src/data/formats/read-document.ts';
import type { NetworkDocument } from '../../../src/data/schema.ts';
import { validateDocument } from '../../../src/data/validate.ts';
import { harbour } from '../../worlds/harbour.ts';
import { randomDocument } from '../../worlds/random-document.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const FORMATS: Record<string, (document: NetworkDocument) => ReadDocument> = {
  CSV: (document) => readCsv(writeCsv(document), { name: 'unused' }),
  JSON: (document) => readJson(writeJson(document), 'a.json'),
  GEXF: (document) => readGexf(writeGexf(document), 'a.gexf'),
  GraphML: (document) => readGraphml(writeGraphml(document), 'a.graphml'),
};

describe.each(Object.entries(FORMATS))('%s', (name, pass) => {
  const carried = (document: NetworkDocument) => {
    const { document: read, ...options } = pass(document);
    return validateDocument(read, options);
  };
  const awkward =
    name === 'CSV' || name === 'JSON' ? ['\u0001', '\u007f', '\u2028', '\uFEFF'] : ['\u2028'];

  it.each([threeBoats, harbour])('gives $name back', (world) => {
    expect(carried(world)).toEqual(world);
  });

  test.prop([randomDocument(awkward)], { numRuns: 40 })(
    'gives random documents back',
    (document) => {
      expect(validateDocument(document)).toEqual(document);
      expect(carried(document)).toEqual(document);
    },
  );

  it('carries a network without deals', () => {
    const alone = { ...threeBoats, deals: [] };
    expect(carried(alone)).toEqual(alone);
  });
});

it.each([writeGexf, writeGraphml])('XML writers refuse control characters', (write) => {
  const bell = {
    ...threeBoats,
    firms: [{ ...threeBoats.firms[0]!, country: 'ring\u0007' }],
    deals: [],
  };
  expect(() => write(bell)).toThrow(
    'alpha, country: found "ring\\u0007", expected text without control',
  );
});
