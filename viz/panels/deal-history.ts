import { html, nothing, type TemplateResult } from 'lit';
import type { AMOUNT_BASES, Deal, Status } from '../../src/data/schema.ts';
import { money } from '../../src/tell/money.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import type { Key } from '../../src/tell/words/words.ts';
import { day, percent } from '../i18n/number.ts';
import { say } from '../i18n/say.ts';

/** Fields of a history entry that are dollars, under the name they have on the card. */
const MONEY: Readonly<Record<string, Key>> = {
  amountUsd: 'deal.amount',
  perYearUsd: 'deal.perYear',
  valueUsd: 'deal.worth',
  paidUsd: 'deal.paid',
  commitmentUsd: 'deal.committed',
  exerciseCostUsd: 'deal.exercise',
  faceUsd: 'deal.face',
  servicePerYearUsd: 'deal.service',
};

const changeText = (language: Language, field: string, value: unknown): string | null => {
  const label = MONEY[field];
  const unknown = say(language, 'firm.unknown');
  if (label) {
    const text = typeof value === 'number' ? money(language, value) : unknown;
    return `${say(language, label)} ${text}`;
  }
  if (field === 'status') return say(language, `status.${value as Status}`);
  if (field === 'stake') {
    const text = typeof value === 'number' ? percent(value, 2) : unknown;
    return `${say(language, 'deal.stake')} ${text}`;
  }
  if (field === 'capacityGw' && typeof value === 'number')
    return say(language, 'deal.gw', { gw: value });
  if (field === 'startYear' || field === 'endYear') {
    return `${say(language, 'deal.term')} ${field === 'startYear' ? `${value ?? unknown}–` : `–${value ?? unknown}`}`;
  }
  if (field === 'amountBasis' && value) {
    return say(language, `basis.${value as (typeof AMOUNT_BASES)[number]}`);
  }
  return null;
};

/** What changed and when, up to the as-of day; nothing where the deal never changed. */
export const dealHistory = (language: Language, deal: Deal): TemplateResult | typeof nothing => {
  if (!deal.history?.length) return nothing;
  return html`<h3>${say(language, 'deal.history')}</h3>
    <ol class="history">${deal.history.map((entry) => {
      const changes = Object.entries(entry).flatMap(
        ([field, value]) => changeText(language, field, value) ?? [],
      );
      return html`<li><span class="date">${day(language, entry.on)}</span>
        <span>${changes.join(' · ')}${entry.note ? html`<span class="note" lang="en">${entry.note}</span>` : nothing}</span></li>`;
    })}</ol>`;
};
