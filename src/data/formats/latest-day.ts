type Fields = Readonly<Record<string, unknown>>;

const DATES = ['announcedOn', 'asOf'] as const;

/** The last day that firms, deals and their histories speak of; undefined if they have no dates. */
export const latestDay = (records: readonly Fields[]): string | undefined =>
  records
    .flatMap((record) => [
      ...DATES.map((field) => record[field]),
      ...((record['history'] ?? []) as Fields[]).map(({ on }) => on),
    ])
    .filter((day) => typeof day === 'string')
    .sort()
    .at(-1);
