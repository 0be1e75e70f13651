import fc from 'fast-check';
import {
  AMOUNT_BASES,
  CONFIDENCES,
  type NetworkDocument,
  STATUSES,
} from '../../src/data/schema.ts';

/** Text that any format can carry; `more` adds characters that only some can. */
const textOf = (more: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'ab ,;:"\'<>&=+-@#%|[]{}\\/\n\t\r'.split(''),
          '中',
          '😀',
          ']]>',
          '&amp;',
          'unknown',
          ...more,
        ),
        fc.string({ maxLength: 3 }).map((text) => text.replace(/\p{C}/gu, '')),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''))
    .filter((text) => text.trim() !== '' && text.trim() !== 'unknown');

const day = (from: string, to: string) =>
  fc
    .date({
      min: new Date(`${from}T00:00:00Z`),
      max: new Date(`${to}T00:00:00Z`),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

const usd = fc.oneof(
  fc.double({ min: 0, max: 1e14, noNaN: true }).map((value) => value + 0),
  fc.integer({ min: 0, max: 4e12 }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const optional = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Record<string, unknown>>;
const orNull = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: null });

const history = (shape: Record<string, fc.Arbitrary<unknown>>, about: fc.Arbitrary<object>) =>
  fc
    .uniqueArray(fc.tuple(day('2025-06-01', '2026-06-01'), optional(shape), about), {
      selector: ([on]) => on,
      minLength: 1,
      maxLength: 3,
    })
    .map((entries) => entries.map(([on, changed, rest]) => ({ on, ...changed, ...rest })))
    .map((entries) => entries.sort((a, b) => (a.on < b.on ? -1 : 1)));

const FIRM_IDS = ['oak', 'elm-2', 'ash.co', 'fir', 'yew'];

/**
 * Valid documents with all kinds of deals, optional fields, histories and awkward texts.
 *
 * @param more  texts that the format under test can carry besides
 */
export const randomDocument = (more: readonly string[] = []): fc.Arbitrary<NetworkDocument> => {
  const text = textOf(more);
  const about = optional({
    sources: fc.constantFrom(['s1'], ['s2', 's1']),
    confidence: fc.constantFrom(...CONFIDENCES),
    note: text,
  });
  const figures = {
    valueUsd: usd,
    valueBasis: text,
    revenueUsd: usd,
    operatingIncomeUsd: fc.integer({ min: -1e10, max: 1e10 }),
    cashUsd: usd,
  };
  const changingFigures = Object.fromEntries(
    Object.entries(figures).map(([name, arbitrary]) => [name, orNull(arbitrary)]),
  );
  const firm = (id: string) =>
    fc
      .tuple(
        fc.record({ en: text, zh: text }, { requiredKeys: ['en'] }),
        fc.constantFrom('models', 'compute', 'energy'),
        optional({
          ...figures,
          ticker: text,
          listed: fc.boolean(),
          asOf: day('2024-01-01', '2026-06-01'),
          figuresOn: optional({ valueUsd: day('2024-01-01', '2026-06-01') }).filter(
            (on) => Object.keys(on).length > 0,
          ),
          history: history(changingFigures, about),
        }),
        about,
      )
      .map(([name, layer, rest, more]) => ({ id, name, layer, ...rest, ...more }));

  const pair = fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 }));
  const deal = (id: string, stakes: fc.Arbitrary<number>) => {
    const term = {
      startYear: fc.integer({ min: 2000, max: 2026 }),
      endYear: fc.integer({ min: 2027, max: 2040 }),
    };
    const changing = {
      ...term,
      capacityGw: fc.double({ min: 0.01, max: 20, noNaN: true }),
      amountBasis: fc.constantFrom(...AMOUNT_BASES),
      contingent: fc.boolean(),
    };
    const kinds = {
      order: [{ takeOrPay: share, essentiality: share }, [{ amountUsd: usd }, { perYearUsd: usd }]],
      equity: [{ valueUsd: usd, paidUsd: usd, commitmentUsd: usd }, [{ stake: stakes }]],
      debt: [{ servicePerYearUsd: usd }, [{ faceUsd: usd }, { commitmentUsd: usd }]],
    } as const;
    const roles = {
      order: ['customer', 'supplier'],
      equity: ['holder', 'issuer'],
      debt: ['lender', 'borrower'],
    } as const;
    const schedule = fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2020, max: 2035 }), usd }),
      {
        selector: ({ year }) => year,
        minLength: 1,
        maxLength: 3,
      },
    );
    return fc.constantFrom('order', 'equity', 'debt').chain((kind) => {
      const [fields, amounts] = kinds[kind];
      const amount = fc.oneof(
        ...amounts.map((shape) => optional(shape)),
        kind === 'order' ? optional({ schedule }) : fc.constant({}),
      );
      const changes = Object.fromEntries(
        Object.entries({ ...changing, ...fields }).map(([name, one]) => [name, orNull(one)]),
      );
      return fc
        .tuple(
          pair,
          fc.constantFrom(...STATUSES),
          optional({ ...changing, ...fields, contingency: text }),
          amount,
          about,
          fc.option(history({ ...changes, status: fc.constantFrom(...STATUSES) }, about), {
            nil: undefined,
          }),
          text,
        )
        .map(([[from, step], status, rest, stated, more, past, instrument]) => ({
          id,
          kind,
          [roles[kind][0]]: FIRM_IDS[from],
          [roles[kind][1]]: FIRM_IDS[(from + step) % 5],
          status,
          instrument,
          ...rest,
          ...stated,
          ...more,
          ...(past === undefined ? {} : { announcedOn: '2025-05-31', history: past }),
        }));
    });
  };
  const stakes = fc.double({ min: 0, max: 0.15, noNaN: true });
  return fc
    .tuple(
      text,
      fc.tuple(...FIRM_IDS.map(firm)),
      fc
        .nat(6)
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, at) => deal(`d-${at}`, stakes))),
        ),
      text,
    )
    .map(([name, firms, deals, title]) => ({
      version: 1,
      name,
      asOf: '2026-06-01',
      firms,
      deals,
      sources: ['s1', 's2'].map((id) => ({ id, publisher: title, title })),
      layout: [{ firm: 'oak', x: 0.1 }],
    })) as unknown as fc.Arbitrary<NetworkDocument>;
};
