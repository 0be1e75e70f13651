import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../tell/file-format.ts';
import { LANGUAGE_IDS } from '../tell/words/languages.ts';

export interface NetworkOptions {
  readonly network?: string;
  readonly asOf?: string;
}

export interface ScenarioOptions {
  readonly shock?: readonly string[];
  readonly scenario?: string;
  readonly cut?: readonly string[];
  readonly year?: number;
  readonly window?: readonly [number, number];
  readonly path?: readonly [number, number];
  readonly set?: readonly string[];
  readonly weight?: readonly string[];
}

/** An option that may be given again and again. */
export const collect = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  value,
];

/** Words between commas. */
export const commaList = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A whole number, at least 0. */
export const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
};

/** A share, 0 to 1, as `30%` or `0.3`. */
export const shareOrPercent = (text: string): number => {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (!(share <= 1)) throw new InvalidArgumentError('Expected a share, as in 30% or 0.3.');
  return share;
};

/** Dollars, as `50e9`, `50bn` or `1.5tn`. */
export const dollarAmount = (text: string): number => {
  const match = /^(\d+(?:\.\d+)?(?:e\d{1,2})?)(tn|bn|m)?$/i.exec(text);
  const scale = { tn: 1e12, bn: 1e9, m: 1e6 }[match?.[2]?.toLowerCase() ?? ''] ?? 1;
  if (match === null) throw new InvalidArgumentError('Expected dollars, as in 50e9 or 50bn.');
  return Number(match[1]) * scale;
};

/** A TCP port; 0 takes any free one. */
export const portNumber = (text: string): number => {
  const port = wholeNumber(text);
  if (port > 65535) throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return port;
};

/** Two years, first and last. */
export const windowYears = (text: string): [number, number] => {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  if (match === null) throw new InvalidArgumentError('Expected two years, as in 2026-2030.');
  return [Number(match[1]), Number(match[2])];
};

/** Which network, seen on which day. */
export const withNetwork = (command: Command): Command =>
  command
    .option(
      '--network <path>',
      'directory of CSV files, .json, .gexf or .graphml (default: the web of AI deals)',
    )
    .option('--as-of <date>', 'the web as it was known on that day, YYYY-MM-DD');

/** How the answer is written, and where. */
export const withOutput = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'how to write it (default: as the file is called)').choices(
        FORMATS,
      ),
    )
    .option('--out <file>', 'write to a file, whole or not at all')
    .option('--units', 'a row of units in the CSV')
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(LANGUAGE_IDS).default('en'),
    );

/** What hits the network. */
export const withShocks = (command: Command): Command =>
  command.option(
    '--shock <text>',
    'FIRM:KIND=-PERCENT, as in openai:revenue=-50% (repeatable)',
    collect,
  );

/** Which deals and years count, and how. */
export const withScenario = (command: Command): Command =>
  command
    .option('--scenario <scenario>', 'a JSON file, a preset’s name or a link')
    .option('--cut <deal>', 'take a deal out of the web first (repeatable)', collect)
    .option('--year <year>', 'the flows of one year', wholeNumber)
    .addOption(
      new Option('--window <years>', 'the mean yearly flow of these years, as in 2026-2030')
        .argParser(windowYears)
        .conflicts('year'),
    )
    .option('--set <name=value>', 'a parameter of the model (repeatable)', collect)
    .option(
      '--weight <status=value>',
      'share of deals of a status that counts (repeatable)',
      collect,
    );

/** How many firms, or what else it holds, a table lists. */
export const withTop = (command: Command, fallback: number, listed = 'firms to list'): Command =>
  command.option('--top <n>', `${listed}, 0 for all`, wholeNumber, fallback);
