import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import type { Report } from './place.ts';
import type { Deal, Firm, NetworkDocument } from './schema.ts';

/** Names that a person may use for a firm, by its id. */
export const firmNames = (firms: Iterable<Firm>): Map<string, string[]> =>
  new Map(
    [...firms].map(({ id, name, ticker }) => [
      id,
      [name.en, name.zh, ticker].filter((word) => word !== undefined),
    ]),
  );

const withHint = (ids: readonly string[]) => {
  const hint = meantHint(ids);
  return hint === undefined ? {} : { hint };
};

const checkIds = (document: NetworkDocument, report: Report): void => {
  const listsOfIds = [
    ['firms', 'deals'],
    ['sources'],
    ['facts'],
    ['perGigawatt'],
    ['uncertainty'],
  ] as const;
  for (const lists of listsOfIds) {
    const seen = new Set<string>();
    for (const list of lists) {
      document[list]?.forEach(({ id }, index) => {
        if (seen.has(id)) {
          const expected = 'an id that no other record has';
          report([list, index, 'id'], { found: `${found(id)} a second time`, expected });
        }
        seen.add(id);
      });
    }
  }
  document.firms.forEach(({ id }, index) => {
    if (id !== 'all') return;
    const hint = '"all" means every firm where a shock is named.';
    report(['firms', index, 'id'], { found: '"all"', expected: 'any other id', hint });
  });
};

const rolesOf = (deal: Deal): [role: string, firm: string][] => {
  switch (deal.kind) {
    case 'order':
      return Object.entries({ customer: deal.customer, supplier: deal.supplier });
    case 'equity':
      return Object.entries({ holder: deal.holder, issuer: deal.issuer });
    case 'debt':
      return Object.entries({ lender: deal.lender, borrower: deal.borrower });
  }
};

const checkFirms = (document: NetworkDocument, report: Report): void => {
  const names = firmNames(document.firms);
  const unknown = (path: readonly PropertyKey[], id: string) => {
    const near = nearestIds(id, names.keys(), 3, names);
    report(path, { found: found(id), expected: 'the id of a firm', ...withHint(near) });
  };
  document.deals.forEach((deal, index) => {
    const roles = rolesOf(deal);
    for (const [role, id] of roles) if (!names.has(id)) unknown(['deals', index, role], id);
    const [[payerRole, payer], [payeeRole, payee]] = roles as [[string, string], [string, string]];
    if (payer !== payee) return;
    const expected = `a ${payeeRole} other than the ${payerRole}`;
    report(['deals', index, payeeRole], { found: found(payee), expected });
  });
  document.layout?.forEach(({ firm }, index) => {
    if (!names.has(firm)) unknown(['layout', index, 'firm'], firm);
  });
  document.perGigawatt?.forEach(({ supplier }, index) => {
    if (supplier !== undefined && !names.has(supplier)) {
      unknown(['perGigawatt', index, 'supplier'], supplier);
    }
  });
};

const checkLegs = (document: NetworkDocument, report: Report): void => {
  const ids = new Set(document.deals.map(({ id }) => id));
  document.deals.forEach((deal, index) => {
    for (const field of ['link', 'within'] as const) {
      const target = deal[field];
      if (target === undefined || (ids.has(target) && target !== deal.id)) continue;
      const near = target === deal.id ? [] : nearestIds(target, ids);
      const expected = 'the id of another deal';
      report(['deals', index, field], { found: found(target), expected, ...withHint(near) });
    }
  });
};

const checkSources = (document: NetworkDocument, report: Report): void => {
  if (document.sources === undefined) return;
  const ids = new Set(document.sources.map(({ id }) => id));
  const check = (path: readonly PropertyKey[], cited: readonly string[] | undefined) => {
    cited?.forEach((id, index) => {
      if (ids.has(id)) return;
      const near = withHint(nearestIds(id, ids));
      report([...path, 'sources', index], {
        found: found(id),
        expected: 'the id of a source',
        ...near,
      });
    });
  };
  for (const list of ['firms', 'deals', 'facts', 'perGigawatt', 'uncertainty'] as const) {
    document[list]?.forEach((record, index) => {
      check([list, index], record.sources);
      if (!('history' in record)) return;
      record.history?.forEach((entry, at) => {
        check([list, index, 'history', at], entry.sources);
      });
    });
  }
};

/** Ids are unique; every firm, leg and source that is named is there; no deal with oneself. */
export const checkReferences = (document: NetworkDocument, report: Report): void => {
  checkIds(document, report);
  checkFirms(document, report);
  checkLegs(document, report);
  checkSources(document, report);
};
