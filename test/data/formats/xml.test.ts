import { afterEach, describe, expect, it, vi } from 'vitest';
import { readGexf, writeGexf } from '../../../src/data/formats/gexf.ts';
import { readGraphml, writeGraphml } from '../../../src/data/formats/graphml.ts';
import { checkXml } from '../../../src/data/formats/xml.ts';
import { validateDocument } from '../../../src/data/validate.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const gexf = (inside: string, type = 'directed') =>
  `<gexf><graph defaultedgetype="${type}">${inside}</graph></gexf>`;
const graphml = (inside: string) =>
  `<graphml><graph edgedefault="directed">${inside}</graph></graphml>`;
const TWO = '<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('text that is not XML is refused, with its line and without a word on the console', () => {
  it.each([
    ['plain text', 'a.gexf line 1: found "plain text", expected <gexf>'],
    ['<gexf><graph></gexf>', 'a.gexf line 1: found </gexf>, expected </graph>'],
    ['<gexf>\n<graph>\n', 'a.gexf line 3: found the end of the file, expected </graph>'],
    ['<gexf/>\n<gexf/>', 'a.gexf line 2: found a second root, expected one root element'],
    ['<gexf></gexf></x>', 'a.gexf line 1: found </x>, expected the end of the document'],
    ['<graphml/>', 'a.gexf line 1: found <graphml>, expected <gexf> as the root'],
    ['<gexf/>', 'a.gexf: found no <graph>, expected a directed graph'],
    ['<gexf a=b/>', 'a.gexf line 1: found "<gexf a=b/>", expected well-formed XML'],
    ['<gexf>&nbsp;</gexf>', 'a.gexf line 1: found an "&" that begins no known character'],
    ['<gexf a="1 & 2"/>', 'a.gexf line 1: found an "&" that begins no known character'],
    ['<!-- only -->', 'a.gexf line 1: found no element, expected <gexf>'],
    [
      '<gexf><!-- open </gexf>',
      'a.gexf line 1: found "<!-- open </gexf>", expected well-formed XML',
    ],
    [
      gexf('<nodes><node id="a"/><node id="a"/></nodes>'),
      'a.gexf: found Graph.addNode: the "a" node already exist',
    ],
    [
      gexf(`${TWO}<edges><edge id="e" source="a" target="c"/></edges>`),
      'a.gexf: found one of your gexf file edges points to an inexisting node',
    ],
    [
      gexf(
        `${TWO}<edges><edge id="e" source="a" target="b"/><edge id="e" source="a" target="b"/></edges>`,
      ),
      'a.gexf: found 2 edges with 1 ids',
    ],
    [
      gexf(`${TWO}<edges><edge id="e" source="a" target="b"/></edges>`, 'undirected'),
      "a.gexf: found one of the file's edges does not respect",
    ],
  ])('%j', (text, message) => {
    const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
    expect(() => readGexf(text, 'a.gexf')).toThrow(message);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('entities', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE g [<!ENTITY l0 "ha">${laughs.join('')}]>`;

  it('that expand in entities are refused before anything is expanded', () => {
    expect(() => readGexf(`${bomb}${gexf('&l9;')}`, 'a.gexf')).toThrow(
      'a document type declaration',
    );
    expect(() => readGraphml(`${bomb}${graphml('&l9;')}`, 'a.graphml')).toThrow(
      'a document type declaration',
    );
  });

  it('that point at files are refused', () => {
    const file = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(() => readGraphml(`${file}${graphml('&x;')}`, 'a.graphml')).toThrow(
      'a document type declaration',
    );
  });

  it('of the five known signs and of numbers are read', () => {
    const node = '<node id="a" label="&lt;&#65;&#x42;&amp;&gt;&quot;&apos;"/>';
    const { document } = readGexf(gexf(`<nodes>${node}</nodes>`), 'a.gexf');
    expect(document).toMatchObject({ firms: [{ name: { en: '<AB&>"\'' } }] });
  });
});

it('long hostile text is refused quickly', () => {
  const started = process.cpuUsage();
  for (const text of [
    `<gexf${' '.repeat(2e5)}`,
    `<gexf ${'a'.repeat(2e5)}`,
    `<gexf${' a="b"'.repeat(3e4)}`,
    '<'.repeat(2e5),
  ]) {
    expect(() => checkXml(text, 'a.gexf', 'gexf')).toThrow('well-formed');
  }
  // Seconds of the processor, not of the clock; a reader that goes back over the text takes minutes.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
});

describe('files of other programs', () => {
  it('take the name from the label, the day from the deals, roles from the ends', () => {
    const attributes =
      '<attributes class="node"><attribute id="0" title="layer" type="string"/><attribute id="1" title="valueUsd" type="double"/></attributes>' +
      '<attributes class="edge"><attribute id="0" title="kind" type="string"/><attribute id="1" title="status" type="string"/><attribute id="2" title="announcedOn" type="string"/></attributes>';
    const node = (id: string) =>
      `<node id="${id}" label="${id.toUpperCase()}"><attvalues><attvalue for="0" value="models"/><attvalue for="1" value="5"/></attvalues><viz:size value="3"/></node>`;
    const edge =
      '<edge id="e" source="a" target="b" weight="2"><attvalues><attvalue for="0" value="debt"/><attvalue for="1" value="signed"/><attvalue for="2" value="2025-01-02"/></attvalues></edge>';
    const text = gexf(`${attributes}<nodes>${node('a')}${node('b')}</nodes><edges>${edge}</edges>`);
    const { document, ...options } = readGexf(text, 'my web.gexf');
    expect(validateDocument(document, options)).toEqual({
      version: 1,
      name: 'my web',
      asOf: '2025-01-02',
      firms: ['a', 'b'].map((id) => ({
        id,
        name: { en: id.toUpperCase() },
        layer: 'models',
        valueUsd: 5,
      })),
      deals: [
        {
          id: 'e',
          kind: 'debt',
          lender: 'a',
          borrower: 'b',
          status: 'signed',
          announcedOn: '2025-01-02',
          instrument: 'debt',
        },
      ],
    });
  });

  it('are told what is missing, by node and edge', () => {
    const check = (text: string) => {
      const { document, ...options } = readGraphml(text, 'a.graphml', '2026-01-01');
      return validateDocument(document, options);
    };
    const text = graphml('<node id="a"><data key="hue">1</data></node>');
    expect(() => check(text)).toThrow(
      'a.graphml: node "a", name: found nothing, expected a record of fields\n' +
        'a.graphml: node "a", layer: found nothing, expected text\n' +
        'a.graphml: node "a", hue: found "1" in a field that is not known here, expected a known field',
    );
  });
});

it('numbers and yes or no are typed for other programs', () => {
  const listed = {
    ...threeBoats,
    firms: threeBoats.firms.map((firm) => ({ ...firm, cashUsd: 2.5e9 })),
  };
  expect(writeGexf(listed)).toContain('<attribute id="listed" title="listed" type="boolean"/>');
  expect(writeGraphml(listed)).toContain('attr.name="cashUsd" attr.type="double"');
});
