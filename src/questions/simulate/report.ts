import type { Cascade, CascadeRound, FirmOutcome } from '../../models/cascade.ts';
import { ledgerGroups } from '../../models/ledger-groups.ts';
import { firstOf, inPercent } from '../../tell/figures.ts';
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

const totalsTable = (cascade: Cascade, { say, column }: Names): Block => {
  const { grossLossUsd, ownersLossUsd, firstLossUsd, amplification } = cascade.totals;
  const unknownUsd = unknownLosers(cascade).reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  const times = amplification === null ? '–' : amplification.toFixed(2);
  const row = (
    name: 'gross' | 'unknown-value' | 'owners' | 'first' | 'amplification',
    figure: string,
  ): string[] => [say(`simulate.${name}`), figure, say(`simulate.${name}.means`)];
  return {
    kind: 'table',
    columns: [
      left(say('simulate.total')),
      right(say('simulate.unit')),
      left(say('simulate.counts')),
    ],
    rows: [
      row('gross', column(grossLossUsd)),
      ...(unknownUsd > 0 ? [row('unknown-value', column(unknownUsd))] : []),
      row('owners', column(ownersLossUsd)),
      row('first', column(firstLossUsd)),
      row('amplification', times),
    ],
  };
};

const firmRow = (firm: FirmOutcome, names: Names): string[] => {
  const groups = ledgerGroups(firm.ledger);
  const rounds = groups.map(({ firstRound }) => firstRound);
  return [
    names.firm(firm.id),
    names.column(firm.startValueUsd),
    names.column(firm.lossUsd),
    firm.lossFraction === null ? '–' : inPercent(firm.lossFraction),
    rounds.length === 0 ? '–' : String(Math.min(...rounds)),
    causeOf(groups[0], names),
  ];
};

const firmsTable = (losers: readonly FirmOutcome[], names: Names): Block => ({
  kind: 'table',
  columns: [
    left(names.say('simulate.firm')),
    right(names.say('simulate.value')),
    right(names.say('simulate.loss')),
    right(names.say('simulate.loss-share')),
    right(names.say('simulate.hit')),
    left(names.say('simulate.main-cause')),
  ],
  rows: losers.map((firm) => firmRow(firm, names)),
});

const roundName = ({ round, spans }: CascadeRound): string =>
  spans > 1 ? `${round}-${round + spans - 1}` : String(round);

const roundsTable = (cascade: Cascade, all: boolean, names: Names): Block => {
  const { say } = names;
  const shown = all ? cascade.rounds : cascade.rounds.slice(0, ROUNDS_SHOWN);
  const rest = cascade.rounds.slice(shown.length);
  const gross = cascade.totals.grossLossUsd;
  let runningUsd = 0;
  const row = (name: string, usd: number, failed: readonly string[]): string[] => {
    runningUsd += usd;
    const reached = gross > 0 ? inPercent(runningUsd / gross) : '–';
    return [name, names.column(usd), reached, failed.map(names.firm).join(say('report.comma'))];
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
    columns: [
      right(say('simulate.round')),
      right(say('simulate.loss')),
      right(say('simulate.so-far')),
      left(say('simulate.failed-in')),
    ],
    rows,
  };
};

/** The first loss and what later rounds add to it, as multiples of the first. */
const amplificationNote = ({ totals }: Cascade, { say, money }: Names): Block | false => {
  const { grossLossUsd, firstLossUsd, amplification } = totals;
  if (amplification === null) return false;
  const laterUsd = grossLossUsd - firstLossUsd;
  return paragraph(
    say('simulate.rounds-note', {
      first: money(firstLossUsd),
      later: money(laterUsd),
      times: (amplification - 1).toFixed(2),
    }),
  );
};

const named = (firms: readonly FirmOutcome[], names: Names): string =>
  firms
    .map(({ id, lossUsd }) =>
      names.say('simulate.unknown.firm', { firm: names.firm(id), usd: names.money(lossUsd) }),
    )
    .join(names.say('report.comma'));

/** Deals whose dollars nobody stated, by the loss that travelled along them. */
const imputedNote = (cascade: Cascade, names: Names): string | undefined => {
  const imputed = cascade.deals
    .filter(({ basis, lossUsd }) => basis === 'imputed' && lossUsd > 0)
    .sort((a, b) => b.lossUsd - a.lossUsd);
  const first = imputed[0];
  if (first === undefined) return undefined;
  const usd = imputed.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  return names.count('simulate.imputed', imputed.length, {
    usd: names.money(usd),
    deal: names.deal(first.id),
  });
};

const warningOf = ({ residual }: Cascade, { say }: Names): Block =>
  paragraph(say('simulate.unsettled', { moved: residual.toExponential(1) }));

const failedNote = (failed: readonly FirmOutcome[], { say, firm }: Names): Block =>
  paragraph(
    say('simulate.failed', {
      firms: failed
        .map(({ id, failedInRound }) =>
          say('simulate.failed.firm', { firm: firm(id), round: failedInRound ?? '–' }),
        )
        .join(say('report.comma')),
    }),
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
    !cascade.converged && warningOf(cascade, names),
    totalsTable(cascade, names),
    losers.length > 0 && firmsTable(shown, names),
    rest.length > 0 &&
      paragraph(names.count('report.more-firms', rest.length, { usd: names.money(restUsd) })),
    paymentsTable(cascade, names) ?? false,
    cascade.rounds.length > 0 && roundsTable(cascade, rounds, names),
    rounds && amplificationNote(cascade, names),
    failed.length > 0 && failedNote(failed, names),
    unknown.length > 0 &&
      paragraph(names.say('simulate.unknown', { firms: named(unknown, names) })),
    imputed !== undefined && paragraph(imputed),
    laterValues > 0 && paragraph(names.count('simulate.looks-ahead', laterValues)),
    paragraph(names.say('simulate.meaning', { data: network.hash, result: resultHash })),
  ];
  return blocks.filter((block) => block !== false);
};
