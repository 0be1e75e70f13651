import type { Network } from '../../src/data/graph.ts';
import type { Shock, ShockKind } from '../../src/scenario/schema.ts';

/** Size with which a kind starts where the old size makes no sense for it. */
const USUAL_SIZE: Readonly<Record<ShockKind, number>> = {
  revenue: 0.5,
  value: 0.3,
  funding: 0.4,
  capacity: 0.5,
  default: 1,
  cancel: 1,
  multiple: 0.375,
};

const firmOf = (shock: Shock, network: Network): string => {
  if (shock.kind === 'cancel') return network.hasEdge(shock.deal) ? network.source(shock.deal) : '';
  if (shock.kind === 'multiple') return '';
  return shock.firm === 'all' ? '' : shock.firm;
};

const keptFirm = (shock: Shock, network: Network): string => {
  const firm = firmOf(shock, network);
  if (network.hasNode(firm)) return firm;
  return network.hasNode('openai') ? 'openai' : network.nodes()[0]!;
};

/** The same shock with another kind: keeps the firm where it can, else picks what is nearest. */
export const withKind = (shock: Shock, kind: ShockKind, network: Network): Shock => {
  if (shock.kind === kind) return shock;
  const size = USUAL_SIZE[kind];
  const firm = keptFirm(shock, network);
  if (kind === 'cancel') {
    const deals = [...network.outEdges(firm), ...network.inEdges(firm), ...network.edges()];
    return { kind, deal: deals[0] ?? '', size };
  }
  if (kind === 'multiple') return { kind, layer: network.getNodeAttribute(firm, 'layer'), size };
  return { kind, firm, size };
};

/** The same shock on another firm, deal or layer. */
export const withSubject = (shock: Shock, id: string): Shock => {
  if (shock.kind === 'cancel') return { ...shock, deal: id };
  if (shock.kind === 'multiple') return { ...shock, layer: id };
  return { ...shock, firm: id };
};

/** The id of what a shock hits. */
export const subjectId = (shock: Shock): string => {
  if (shock.kind === 'cancel') return shock.deal;
  return shock.kind === 'multiple' ? shock.layer : shock.firm;
};
