import type { Network } from '../../src/data/graph.ts';
import type { ShockKind } from '../../src/scenario/schema.ts';
import { LANGUAGES, type Language } from '../../src/tell/words/languages.ts';
import { say, word } from '../i18n/say.ts';
import { dealName, firmName } from './sentence-text.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** The layers of a network in the order of the map, from capital to energy; unknown ones last. */
const LAYERS = [
  'models',
  'compute',
  'apps',
  'middleware',
  'users',
  'capital',
  'upstream',
  'energy',
];

const layersOf = (network: Network): readonly string[] => {
  const present = new Set(network.mapNodes((_id, { layer }) => layer));
  const known = LAYERS.filter((layer) => present.has(layer));
  return [...known, ...[...present].filter((layer) => !LAYERS.includes(layer)).sort()];
};

const inOrder = (language: Language, options: readonly Option[]): readonly Option[] => {
  const order = new Intl.Collator(LANGUAGES[language].locale);
  return options.toSorted((a, b) => order.compare(a.label, b.label));
};

const firmGroups = (language: Language, network: Network): readonly OptionGroup[] =>
  layersOf(network).map((layer) => {
    const firms = network.filterNodes((_id, firm) => firm.layer === layer && !firm.aggregate);
    const options = firms.map((id) => ({ id, label: firmName(language, network, id) }));
    return { label: word(language, 'layer', layer), options: inOrder(language, options) };
  });

const dealGroups = (language: Language, network: Network): readonly OptionGroup[] =>
  (['order', 'equity', 'debt'] as const).map((kind) => {
    const deals = network.filterEdges((_id, deal) => deal.kind === kind);
    const options = deals.map((id) => ({ id, label: dealName(language, network, id) }));
    return { label: say(language, `kind.${kind}`), options: inOrder(language, options) };
  });

/** Everything that a shock of that kind can hit, in groups for a native select. */
export const subjectOptions = (
  language: Language,
  network: Network,
  kind: ShockKind,
): readonly OptionGroup[] => {
  if (kind === 'cancel') return dealGroups(language, network);
  if (kind === 'multiple') {
    const options = layersOf(network).map((id) => ({
      id,
      label: say(language, 'subject.layer', { layer: word(language, 'layer', id) }),
    }));
    return [{ label: '', options }];
  }
  const firms = firmGroups(language, network);
  if (kind !== 'funding') return firms;
  return [{ label: '', options: [{ id: 'all', label: say(language, 'subject.all') }] }, ...firms];
};
