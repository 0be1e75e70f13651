import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import {
  encode,
  readDay,
  readNumber,
  readParameter,
  readTime,
  shortNumber,
  writeParameter,
  writeTime,
} from './link-values.ts';
import { parseScenario } from './parse-scenario.ts';
import { readShockWords, shockOf, subjectOf } from './parse-shock.ts';
import type { Scenario, Shock } from './schema.ts';

/** Longest link that is read: far more than any that this module writes for a real web. */
const LONGEST = 100_000;

/**
 * The keys and values of a link: a fragment with or without `#`, or a whole address.
 *
 * @throws ScenarioError when it is too long or has a key twice
 */
const readPairs = (text: string): Map<string, string> => {
  const fragment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text.trim();
  if (fragment.length > LONGEST) {
    const expected = `at most ${LONGEST} characters`;
    throw new ScenarioError({ where: 'link', found: `${fragment.length} characters`, expected });
  }
  const pairs = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(fragment)) {
    if (pairs.has(key)) {
      throw new ScenarioError({
        where: `link, ${key}`,
        found: 'the key twice',
        expected: 'each key once',
      });
    }
    pairs.set(key, value);
  }
  return pairs;
};

/** The values of all keys that begin with `prefix`, by the rest of the key; undefined if none does. */
const prefixed = <Value>(
  pairs: ReadonlyMap<string, string>,
  prefix: string,
  read: (text: string, where: string) => Value,
): Record<string, Value> | undefined => {
  const keys = [...pairs.keys()].filter((key) => key.startsWith(prefix));
  if (keys.length === 0) return undefined;
  return Object.fromEntries(
    keys.map((key) => [key.slice(prefix.length), read(pairs.get(key)!, `link, ${key}`)]),
  );
};

/** What a link carries besides the scenario. */
export interface LinkState {
  readonly asOf?: string | undefined;
  /** Start of the hash of the data that the link was made with. */
  readonly dataHash?: string | undefined;
  /** Start of the hash of the result that the sender saw. */
  readonly resultHash?: string | undefined;
  readonly view?: string | undefined;
  /** Position in the cascade, in rounds. */
  readonly round?: number | undefined;
  readonly language?: string | undefined;
  /** Measures that the map is drawn by: `size:pagerank,colour:katz`. */
  readonly lens?: string | undefined;
  /** Keys that this version doesn't know, kept as they came. */
  readonly others?: Readonly<Record<string, string>> | undefined;
}

export interface Link extends LinkState {
  readonly scenario: Scenario;
}

const OWN_KEYS = [
  'v',
  'name',
  'asof',
  'book',
  'out',
  'm',
  'shock',
  'cut',
  't',
  'seed',
  'view',
  'r',
  'lang',
  'lens',
];
const isOwn = (key: string): boolean => OWN_KEYS.includes(key) || /^[pw]\./.test(key);

const shockText = (shock: Shock): string =>
  `${subjectOf(shock)}:${shock.kind}:${shock.size === 0 ? '0' : shortNumber(-shock.size)}`;

/**
 * A scenario and what is seen of it as the fragment of an address, without `#`:
 * `v=1&asof=2026-04-27&m=chained-boats&shock=openai:revenue:-.5&cut=d17&t=2026-2030&p.takeOrPay=.5`.
 * Only what the scenario states is written; the same input gives the same text.
 */
export const toLink = (scenario: Scenario, state: LinkState = {}): string => {
  const { parameters = {}, weights = {}, cuts = [] } = scenario;
  const pairs: [key: string, value: string | undefined][] = [
    ['v', '1'],
    ['name', scenario.name || undefined],
    ['book', state.dataHash],
    ['out', state.resultHash],
    ['asof', state.asOf],
    ['m', scenario.model],
    ['shock', scenario.shocks.map(shockText).join(',') || undefined],
    ['cut', scenario.cuts === undefined ? undefined : cuts.join(',')],
    ['t', scenario.time && writeTime(scenario.time)],
    ...Object.entries(parameters).map(
      ([key, value]) => [`p.${key}`, writeParameter(value)] as [string, string],
    ),
    ...Object.entries(weights).map(
      ([key, value]) => [`w.${key}`, shortNumber(value)] as [string, string],
    ),
    ['seed', scenario.seed === undefined ? undefined : String(scenario.seed)],
    ['view', state.view],
    ['r', state.round === undefined ? undefined : shortNumber(state.round)],
    ['lang', state.language],
    ['lens', state.lens],
    ...Object.entries(state.others ?? {}).filter(([key]) => !isOwn(key)),
  ];
  return pairs
    .flatMap(([key, value]) => (value === undefined ? [] : [`${encode(key)}=${encode(value)}`]))
    .join('&');
};

const readShocks = (text: string): Shock[] =>
  text.split(',').map((part) => {
    const { subject, kind, size } = readShockWords(part);
    return shockOf(kind, subject, size);
  });

const readVersion = (pairs: ReadonlyMap<string, string>): void => {
  const version = pairs.get('v');
  if (version === '1') return;
  const hint = 'A link of this project begins with v=1.';
  throw new ScenarioError({ where: 'link, v', found: found(version), expected: '1', hint });
};

/**
 * Read a link back: a fragment with or without `#`, or a whole address. Names are checked against a
 * network by `checkScenario`, not here.
 *
 * @throws ScenarioError naming the key that can't be read
 */
export const fromLink = (text: string): Link => {
  const pairs = readPairs(text);
  readVersion(pairs);
  const given = <Value>(key: string, read: (value: string, where: string) => Value) => {
    const value = pairs.get(key);
    return value === undefined ? undefined : read(value, `link, ${key}`);
  };
  const plain = (value: string) => value;
  const scenario = {
    version: 1,
    name: pairs.get('name') ?? '',
    shocks: given('shock', readShocks) ?? [],
    cuts: given('cut', (value) => (value === '' ? [] : value.split(','))),
    time: given('t', readTime),
    model: given('m', plain),
    parameters: prefixed(pairs, 'p.', readParameter),
    weights: prefixed(pairs, 'w.', readNumber),
    seed: given('seed', readNumber),
  };
  const others = [...pairs].filter(([key]) => !isOwn(key));
  const state = {
    asOf: given('asof', readDay),
    dataHash: given('book', plain),
    resultHash: given('out', plain),
    view: given('view', plain),
    lens: given('lens', plain),
    round: given('r', readNumber),
    language: given('lang', plain),
    others: others.length > 0 ? Object.fromEntries(others) : undefined,
  };
  return { scenario: parseScenario(stated(scenario), 'link'), ...stated(state) };
};

const stated = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
