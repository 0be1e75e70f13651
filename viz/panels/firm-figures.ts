import { html, nothing, type TemplateResult } from 'lit';
import type { Firm } from '../../src/data/schema.ts';
import { money } from '../../src/tell/money.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import type { Key } from '../../src/tell/words/words.ts';
import { day } from '../i18n/number.ts';
import { say } from '../i18n/say.ts';

type FigureName = keyof NonNullable<Firm['figuresOn']> & keyof Firm;

const FIGURES: readonly (readonly [FigureName, Key])[] = [
  ['valueUsd', 'firm.value'],
  ['revenueUsd', 'firm.revenue'],
  ['operatingIncomeUsd', 'firm.operatingIncome'],
  ['cashUsd', 'firm.cash'],
  ['debtUsd', 'firm.debt'],
  ['capexUsd', 'firm.capex'],
  ['backlogUsd', 'firm.backlog'],
];

const STALE_DAYS = 180;
const DAY_MS = 86_400_000;

/** Whole days from one ISO day to another; negative where the first is later. */
export const daysBetween = (earlier: string, later: string): number =>
  Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MS);

const basisOf = (firm: Firm, name: FigureName): string | undefined => {
  if (name === 'valueUsd') return firm.valueBasis;
  return name === 'revenueUsd' ? firm.revenueBasis : undefined;
};

/** What the book knows of a firm, each figure with its day; what it doesn't know says so. */
export const firmFigures = (language: Language, firm: Firm, asOf: string): TemplateResult => {
  const row = ([name, label]: (typeof FIGURES)[number]) => {
    const usd = firm[name] as number | undefined;
    const on = firm.figuresOn?.[name] ?? firm.asOf;
    const basis = basisOf(firm, name);
    const stale = usd !== undefined && on !== undefined && daysBetween(on, asOf) > STALE_DAYS;
    return html`<div class="fact" data-figure=${name}>
      <dt>${say(language, label)}</dt>
      <dd>
        ${
          usd === undefined
            ? html`<span class="unknown">${say(language, 'firm.unknown')}</span>`
            : html`<span class="figure">${money(language, usd)}</span>
              <span class="muted">${on ? say(language, 'firm.on', { day: day(language, on) }) : nothing}${
                stale ? html` · ${say(language, 'firm.stale')}` : nothing
              }${basis ? html` · <span lang="en">${basis}</span>` : nothing}</span>`
        }
      </dd>
    </div>`;
  };
  return html`<dl class="facts">${FIGURES.map(row)}</dl>`;
};
