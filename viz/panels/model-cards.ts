import { html, nothing, type TemplateResult } from 'lit';
import type { Parameter } from '../../src/base/parameter.ts';
import type { Model } from '../../src/models/model.ts';
import { inLanguage, type Language } from '../../src/tell/words/languages.ts';
import { say } from '../i18n/say.ts';

/** What a model says of itself: what it tells, its equation, what it is blind to, its sources. */
export const modelCard = (model: Model, language: Language): TemplateResult => html`
  <p>${say(language, 'model.tells')} ${inLanguage(language, model.tells)}${say(language, 'model.stop')}</p>
  ${model.inWords?.map((text) => html`<p>${inLanguage(language, text)}</p>`)}
  <p class="equation">${model.equation}</p>
  <h4>${say(language, 'model.blind')}</h4>
  <ul>${model.blindTo.map((text) => html`<li>${inLanguage(language, text)}</li>`)}</ul>
  <h4>${say(language, 'model.references')}</h4>
  <ul>${model.references.map(
    ({ text, doi }) =>
      html`<li>${text}. <a href=${`https://doi.org/${doi}`} target="_blank" rel="noopener">doi:${doi}</a></li>`,
  )}</ul>`;

const parameterRow = ([name, parameter]: readonly [string, Parameter], language: Language) => html`
  <li><code>${name}</code> ${inLanguage(language, parameter.meaning)}:
    ${String(parameter.default)}
    <span class="muted">${
      parameter.kind === 'number'
        ? `${parameter.min}–${parameter.max} ${parameter.unit}`
        : parameter.choices.join(', ')
    }</span></li>`;

/** A model's parameters with default, range and unit; nothing for a model that has none. */
const parameterList = (model: Model, language: Language) => {
  const parameters = Object.entries(model.parameters);
  if (parameters.length === 0) return nothing;
  return html`<h4>${say(language, 'model.parameters')}</h4>
    <ul>${parameters.map((entry) => parameterRow(entry, language))}</ul>`;
};

/** Cards of several models, closed until someone opens one. */
export const modelCards = (models: readonly Model[], language: Language): TemplateResult =>
  html`${models.map(
    (model) => html`<details class="card-of" data-model=${model.id}>
      <summary>${inLanguage(language, model.title)}</summary>
      ${modelCard(model, language)}
      ${parameterList(model, language)}
    </details>`,
  )}`;
