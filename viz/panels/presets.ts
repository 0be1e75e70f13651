import type { Network } from '../../src/data/graph.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

export interface Preset {
  readonly id: string;
  readonly scenario: Scenario;
}

const files = import.meta.glob<Scenario>('../../data/ai-web/scenarios/*.json', {
  eager: true,
  import: 'default',
});

/** The scenarios that ship with the data, by file name. */
export const presets: readonly Preset[] = Object.entries(files)
  .map(([path, scenario]) => ({ id: path.replace(/^.*\/|\.json$/g, ''), scenario }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Whether everything that a scenario hits is there on that day. */
export const fitsNetwork = ({ shocks }: Scenario, network: Network): boolean =>
  shocks.every((shock) => {
    if (shock.kind === 'cancel') return network.hasEdge(shock.deal);
    if (shock.kind === 'multiple') {
      return network.someNode((_id, { layer }) => layer === shock.layer);
    }
    return shock.firm === 'all' || network.hasNode(shock.firm);
  });

/** The case that the page opens with: the one about OpenAI's plan halved, or for another book, its largest firm. */
export const openingScenario = (network: Network): Scenario => {
  const leading = presets.find(({ id }) => id === 'openai-shortfall-50')?.scenario;
  if (leading && fitsNetwork(leading, network)) return leading;
  const firms = network.filterNodes((_id, { aggregate }) => !aggregate);
  const value = (id: string) => network.getNodeAttribute(id, 'valueUsd') ?? -1;
  const largest = firms.toSorted((a, b) => value(b) - value(a))[0];
  const shocks = largest ? [{ kind: 'revenue', firm: largest, size: 0.5 } as const] : [];
  return { version: 1, name: '', shocks };
};
