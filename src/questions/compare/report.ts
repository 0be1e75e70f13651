import { firstOf, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Column } from '../../tell/table.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { ComparedFirm, ComparedModel, Comparison } from './comparison.ts';

/** Models, and rows of the correlation table, that fit side by side in 80 columns. */
const MODELS_ABREAST = 5;
const CORRELATIONS_ABREAST = 7;

type Models = readonly ComparedModel[];

const inLines = (id: string): string => id.replaceAll('-', '\n');

const blocksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );

/** Firms that are ranked and lose under some model, by the loss under the first. */
export const comparedInOrder = ({ firms, models }: Comparison): readonly ComparedFirm[] => {
  const first = models[0]!.id;
  const lossOf = ({ losses }: ComparedFirm): number => losses[first] ?? -1;
  const greatest = ({ losses }: ComparedFirm): number =>
    Math.max(...Object.values(losses).map((loss) => loss ?? 0));
  return firms
    .filter((firm) => firm.ranked && greatest(firm) >= 0.0005)
    .sort((a, b) => lossOf(b) - lossOf(a) || greatest(b) - greatest(a) || (a.id < b.id ? -1 : 1));
};

const share = (loss: number | null | undefined): string => (loss == null ? '–' : inPercent(loss));

const lossTables = (firms: readonly ComparedFirm[], models: Models, names: Names): Block[] =>
  blocksOf(models, MODELS_ABREAST).map((shown, at, all): Block => {
    const withSpread = at === all.length - 1 && models.length > 1;
    const figures = [
      ...shown.map(({ id }) => inLines(id)),
      ...(withSpread ? [names.say('compare.spread')] : []),
    ];
    return {
      kind: 'table',
      columns: [
        { header: names.say('compare.firm'), align: 'left', shrinks: true },
        ...figures.map((name): Column => ({ header: `${name}\n-%`, align: 'right' })),
      ],
      rows: firms.map((firm) => [
        names.firm(firm.id),
        ...shown.map(({ id }) => share(firm.losses[id])),
        ...(withSpread ? [share(firm.spread)] : []),
      ]),
    };
  });

const correlationTables = ({ correlations, models }: Comparison, names: Names): Block[] => {
  const coefficient = (row: number, column: number): string => {
    if (row === column) return '·';
    const pair = [models[Math.min(row, column)]!.id, models[Math.max(row, column)]!.id];
    const found = correlations.find(
      ({ models: [one, other] }) => one === pair[0] && other === pair[1],
    );
    const value = row > column ? found?.kendall : found?.spearman;
    return value == null ? '–' : value.toFixed(2).replace(/^-0\.00$/, '0.00');
  };
  const columns = models.map((_, at) => at);
  return blocksOf(columns, CORRELATIONS_ABREAST).map((shown) => ({
    kind: 'table',
    columns: [
      { header: '', align: 'right' },
      { header: names.say('compare.model'), align: 'left', shrinks: true },
      ...shown.map((at): Column => ({ header: String(at + 1), align: 'right' })),
    ],
    rows: models.map(({ id }, row) => [
      String(row + 1),
      id,
      ...shown.map((column) => coefficient(row, column)),
    ]),
  }));
};

const unitsNote = (models: Models, names: Names): string => {
  const told = (model: ComparedModel): string => inLanguage(names.language, model.unit);
  const units = [...new Set(models.map(told))];
  const parts = units.map((unit) => {
    const ids = models.filter((model) => told(model) === unit).map(({ id }) => id);
    return names.say('compare.unit', { unit, models: ids.join(', ') });
  });
  return names.say('compare.units', { units: parts.join(names.say('compare.units-join')) });
};

const notes = (models: Models, names: Names): Block[] => {
  const { say } = names;
  const told = ({ loses }: ComparedModel): string => inLanguage(names.language, loses);
  const refused = models.flatMap(({ id, refused }) =>
    refused === null ? [] : [paragraph(say('compare.refused', { model: id, why: refused }))],
  );
  const unsettled = models
    .filter((model) => model.refused === null && !model.converged)
    .map(({ id }) => paragraph(say('compare.unsettled', { model: id })));
  const blind = [...new Set(models.map(told))].map((what) => {
    const ids = models.filter((model) => told(model) === what).map(({ id }) => id);
    return paragraph(say('compare.blind', { models: ids.join(', '), what }));
  });
  return [...refused, ...unsettled, ...blind];
};

/** The comparison for people: losses firm by firm, rank correlations, what each model can't see. */
export const compareReport = (
  comparison: Comparison,
  names: Names,
  top: number,
): readonly Block[] => {
  const { receipt, models } = comparison;
  const firms = comparedInOrder(comparison);
  const shown = firstOf(firms, top);
  const blocks: (Block | false)[] = [
    paragraph(
      names.say('compare.condition', {
        condition: conditionOf(receipt, names.count('compare.models', models.length), names),
      }),
    ),
    ...(shown.length > 0
      ? lossTables(shown, models, names)
      : [paragraph(names.say('compare.none'))]),
    firms.length > shown.length &&
      paragraph(names.count('compare.more', firms.length - shown.length)),
    paragraph(unitsNote(models, names)),
    models.length > 1 && paragraph(names.say('compare.correlations')),
    ...(models.length > 1 ? correlationTables(comparison, names) : []),
    ...notes(models, names),
    paragraph(names.say('compare.meaning')),
  ];
  return blocks.filter((block) => block !== false);
};
