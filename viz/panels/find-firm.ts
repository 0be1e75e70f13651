import type { Network } from '../../src/data/graph.ts';

/** The firm that a reader means: an exact name, id or ticker first, then the start of a name. */
export const findFirm = (network: Network, text: string): string | undefined => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const namesOf = (id: string): readonly string[] => {
    const { name, ticker } = network.getNodeAttributes(id);
    return [id, name.en, name.zh ?? '', ticker ?? ''].map((word) => word.toLowerCase());
  };
  const ids = network.nodes();
  return (
    ids.find((id) => namesOf(id).includes(wanted)) ??
    ids.find((id) => namesOf(id).some((name) => name.startsWith(wanted))) ??
    ids.find((id) => namesOf(id).some((name) => name.includes(wanted)))
  );
};
