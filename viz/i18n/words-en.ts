import type { AMOUNT_BASES, CONFIDENCES, DealKind, Status } from '../../src/data/schema.ts';
import type { Cause, DealOutcome, FirmOutcome } from '../../src/models/cascade.ts';

type Words =
  | `cause.${Cause}`
  | `kind.${DealKind | 'warrant' | 'guarantee'}`
  | `status.${Status}`
  | `basis.${(typeof AMOUNT_BASES)[number]}`
  | `confidence.${(typeof CONFIDENCES)[number]}`
  | `rests.${DealOutcome['basis']}`
  | `outcome.${FirmOutcome['status']}`;

/** Words for the closed lists of the data and of the engine, and for the known open ones. */
export const wordsEn = {
  'cause.own-shock': 'the shock itself',
  'cause.lost-order': 'orders lost',
  'cause.missed-delivery': 'inputs that did not come',
  'cause.holding': 'stake worth less',
  'cause.warrant': 'warrant lapsed',
  'cause.forced-sale': 'shares sold in need',
  'cause.loan': 'loan not served',
  'cause.cut-tranche': 'promised money not paid',
  'cause.lost-funding': 'outside funding lost',
  'cause.failure-cost': 'cost of failing',
  'cause.limited-liability': 'beyond its value',

  'kind.equity': 'Equity',
  'kind.order': 'Orders',
  'kind.debt': 'Debt',
  'kind.warrant': 'Warrants',
  'kind.guarantee': 'Guarantees',

  'status.closed': 'closed',
  'status.signed': 'signed',
  'status.announced': 'announced',
  'status.reported': 'reported',
  'status.loi': 'letter of intent',
  'status.rumoured': 'rumoured',
  'status.cancelled': 'cancelled',

  'basis.total': 'whole term',
  'basis.annual': 'per year',
  'basis.derived-annual': 'per year, computed',
  'basis.upper-bound': 'upper bound',
  'basis.commitment': 'committed, not all paid',
  'basis.commitment-upto': 'up to, committed',
  'basis.invested': 'paid in',
  'basis.exercise-cost': 'cost to exercise',
  'basis.market-value': 'market value',
  'basis.carrying': 'carrying value',
  'basis.stated-value': 'stated value',
  'basis.outstanding': 'outstanding',
  'basis.derived': 'computed',
  'basis.seed-estimate': 'estimate of the article',
  'basis.none': 'no amount known',

  'confidence.high': 'high confidence',
  'confidence.medium': 'medium confidence',
  'confidence.low': 'low confidence',

  'rests.stated': 'dollars stated in the records',
  'rests.derived': 'dollars derived from worth or cost',
  'rests.imputed': 'dollars imputed from gigawatts',
  'rests.unknown': 'dollars unknown: nothing travels along it',

  'outcome.untouched': 'untouched',
  'outcome.singed': 'singed',
  'outcome.burning': 'burning',
  'outcome.failed': 'failed',

  'layer.models': 'Models',
  'layer.compute': 'Compute',
  'layer.apps': 'Apps',
  'layer.middleware': 'Middleware',
  'layer.users': 'Users',
  'layer.energy': 'Energy',
  'layer.capital': 'Capital',
  'layer.upstream': 'Upstream',

  'shelf.clouds': 'clouds',
  'shelf.neoclouds': 'neoclouds',
  'shelf.chips': 'chips',
  'shelf.builders': 'builders and servers',

  'instrument.chip-purchase': 'chip purchase',
  'instrument.common': 'common shares',
  'instrument.preferred': 'preferred shares',
  'instrument.cloud-commitment': 'cloud commitment',
  'instrument.loan': 'loan',
  'instrument.lease': 'lease',
  'instrument.bond': 'bond',
  'instrument.warrant': 'warrant',
  'instrument.take-or-pay': 'take-or-pay contract',
  'instrument.api-contract': 'API contract',
  'instrument.LOI': 'letter of intent',
  'instrument.backstop': 'backstop',
  'instrument.guarantee': 'guarantee',
  'instrument.license': 'licence',
  'instrument.equipment-purchase': 'equipment purchase',
  'instrument.convertible': 'convertible',
  'instrument.revenue-share': 'revenue share',
  'instrument.manufacturing': 'manufacturing',

  'source.filing': 'filing',
  'source.press-release': 'press release',
  'source.news': 'news',
  'source.analysis': 'analysis',
  'source.seed': 'article',
} as const satisfies Record<Words, string> & Record<string, string>;
