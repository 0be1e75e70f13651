import type { MarketEvent } from './event-schema.ts';

/** Which events a mean is over. */
export const GROUPS = ['clean', 'unconfounded', 'all', 'early', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Parameters may be chosen on events up to this day; later ones are left untouched. */
export const FIT_UP_TO = '2026-03-06';

const isUnconfounded = ({ grade }: MarketEvent): boolean => grade === 'clean' || grade === 'fair';

export const IN_GROUP: Readonly<Record<Group, (event: MarketEvent) => boolean>> = {
  clean: ({ grade }) => grade === 'clean',
  unconfounded: isUnconfounded,
  all: () => true,
  early: (event) => isUnconfounded(event) && event.on <= FIT_UP_TO,
  later: (event) => isUnconfounded(event) && event.on > FIT_UP_TO,
};
