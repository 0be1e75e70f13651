import type { Cascade, CascadeRound, FirmOutcome } from '../../models/cascade.ts';
import { ledgerGroups } from '../../models/ledger-groups.ts';
import { count, dollars, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import { losersInOrder, unknownLosers } from '../../tell/losers.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { sentenceOf } from '../../tell/sentence.ts';
import type { Column } from '../../tell/table.ts';
import { causeOf } from './cause-words.ts';
import { paymentsTable } from './payments-table.ts';

/** Rounds that a report lists when nobody asked for all of them. */
const ROUNDS_SHOWN = 6;

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });

const totalsTable = (cascade: Cascade): Block => {
  const { grossLossUsd, ownersLossUsd, firstLossUsd, amplification } = cascade.totals;
  const unknownUsd = unknownLosers(cascade).reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  const times = amplification === null ? '–' : amplification.toFixed(2);
  const unknownRow = ['- unknown value', inBillions(unknownUsd), 'in firms that nobody has valued'];
  return {
    kind: 'table',
    columns: [left('Total'), right('$bn'), left('What it counts')],
    rows: [
      ['gross loss', inBillions(grossLossUsd), 'every firm: a dollar once per holder it passes'],
      ...(unknownUsd > 0 ? [unknownRow] : []),
      ['to final owners', inBillions(ownersLossUsd), 'owners outside the web: each dollar once'],
      ['first loss', inBillions(firstLossUsd), 'what the first round took'],
      ['amplification', times, 'gross loss / first loss, a ratio'],
    ],
  };
};

const firmRow = (firm: FirmOutcome, names: Names): string[] => {
  const groups = ledgerGroups(firm.ledger);
  const rounds = groups.map(({ firstRound }) => firstRound);
  return [
    names.firm(firm.id),
    inBillions(firm.startValueUsd),
    inBillions(firm.lossUsd),
    firm.lossFraction === null ? '–' : inPercent(firm.lossFraction),
    rounds.length === 0 ? '–' : String(Math.min(...rounds)),
    causeOf(groups[0], names),
  ];
};

const firmsTable = (losers: readonly FirmOutcome[], names: Names): Block => ({
  kind: 'table',
  columns: [
    left('Firm'),
    right('Value\n$bn'),
    right('Loss\n$bn'),
    right('Loss\n%'),
    right('Hit in\nround'),
    left('Main cause: through whom'),
  ],
  rows: losers.map((firm) => firmRow(firm, names)),
});

const roundName = ({ round, spans }: CascadeRound): string =>
  spans > 1 ? `${round}-${round + spans - 1}` : String(round);

const roundsTable = (cascade: Cascade, all: boolean, names: Names): Block => {
  const shown = all ? cascade.rounds : cascade.rounds.slice(0, ROUNDS_SHOWN);
  const rest = cascade.rounds.slice(shown.length);
  const gross = cascade.totals.grossLossUsd;
  let runningUsd = 0;
  const row = (name: string, usd: number, failed: readonly string[]): string[] => {
    runningUsd += usd;
    const reached = gross > 0 ? inPercent(runningUsd / gross) : '–';
    return [name, inBillions(usd), reached, failed.map(names.firm).join(', ')];
  };
  const rows = shown.map((round) => row(roundName(round), round.lossUsd, round.failed));
  if (rest.length > 0) {
    const usd = rest.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
    const name = `${rest[0]!.round}-${roundName(rest.at(-1)!).split('-').at(-1)}`;
    rows.push(
      row(
        name,
        usd,
        rest.flatMap(({ failed }) => failed),
      ),
    );
  }
  return {
    kind: 'table',
    columns: [right('Round'), right('Loss\n$bn'), right('So far\n%'), left('Failed in it')],
    rows,
  };
};

/** The first loss and what later rounds add to it, as multiples of the first. */
const amplificationNote = ({ totals }: Cascade): Block | false => {
  const { grossLossUsd, firstLossUsd, amplification } = totals;
  if (amplification === null) return false;
  const laterUsd = grossLossUsd - firstLossUsd;
  return paragraph(
    `Round 1, the shock itself, takes ${dollars(firstLossUsd)}; the rounds after it ` +
      `${dollars(laterUsd)}, ${(amplification - 1).toFixed(2)} times as much.`,
  );
};

const named = (firms: readonly FirmOutcome[], names: Names): string =>
  firms.map(({ id, lossUsd }) => `${names.firm(id)} ${dollars(lossUsd)}`).join(', ');

/** Deals whose dollars nobody stated, by the loss that travelled along them. */
const imputedNote = (cascade: Cascade, names: Names): string | undefined => {
  const imputed = cascade.deals
    .filter(({ basis, lossUsd }) => basis === 'imputed' && lossUsd > 0)
    .sort((a, b) => b.lossUsd - a.lossUsd);
  const first = imputed[0];
  if (first === undefined) return undefined;
  const usd = imputed.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  return (
    `${dollars(usd)} of losses came along ${count(imputed.length, 'deal')} whose dollars nobody ` +
    `stated (gigawatts times dollars per gigawatt), most of it along ${names.deal(first.id)}.`
  );
};

const warningOf = ({ residual }: Cascade): Block =>
  paragraph(
    `NOT SETTLED: the last pass still moved a firm by ${residual.toExponential(1)} of its size. ` +
      'No figure here is final.',
  );

/** The cascade for people: the sentence, totals, who loses what, rounds, failures, caveats. */
export const simulateReport = (
  cascade: Cascade,
  names: Names,
  {
    top,
    rounds,
    laterValues = 0,
  }: { readonly top: number; readonly rounds: boolean; readonly laterValues?: number },
): readonly Block[] => {
  const losers = losersInOrder(cascade);
  const shown = firstOf(losers, top);
  const rest = losers.slice(shown.length);
  const restUsd = rest.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  const failed = cascade.firms
    .filter(({ status }) => status === 'failed')
    .sort((a, b) => (a.failedInRound ?? 0) - (b.failedInRound ?? 0));
  const unknown = unknownLosers(cascade);
  const imputed = imputedNote(cascade, names);
  const { network, resultHash } = cascade.receipt;
  const blocks: (Block | false)[] = [
    paragraph(sentenceOf(cascade, names)),
    !cascade.converged && warningOf(cascade),
    totalsTable(cascade),
    losers.length > 0 && firmsTable(shown, names),
    rest.length > 0 &&
      paragraph(`${count(rest.length, 'more firm')}: ${dollars(restUsd)} together.`),
    paymentsTable(cascade, names) ?? false,
    cascade.rounds.length > 0 && roundsTable(cascade, rounds, names),
    rounds && amplificationNote(cascade),
    failed.length > 0 &&
      paragraph(
        `Failed, a binding payment unmet or value below its threshold: ${failed.map(({ id, failedInRound }) => `${names.firm(id)} (round ${failedInRound ?? '–'})`).join(', ')}.`,
      ),
    unknown.length > 0 &&
      paragraph(`Value unknown, so not ranked; what their claims lose: ${named(unknown, names)}.`),
    imputed !== undefined && paragraph(imputed),
    laterValues > 0 &&
      paragraph(
        `Looks ahead: no value that old is known of ${count(laterValues, 'firm')}, so the earliest ` +
          `later one stands in (its day is in the data and on the firm’s card).`,
      ),
    paragraph(
      'Not a forecast and no investment advice: what follows in this scenario, under this model. ' +
        `Data ${network.hash}, result ${resultHash}.`,
    ),
  ];
  return blocks.filter((block) => block !== false);
};
