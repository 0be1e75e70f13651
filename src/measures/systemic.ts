import type { Network } from '../data/graph.ts';
import { finalState } from '../models/chained-boats/final-state.ts';
import { compileWeb, fillDefaults } from '../models/chained-boats/simulate.ts';
import { LAYERS } from './dollar-graph.ts';
import type { Measure, MeasureOptions } from './measure.ts';

/** Deals of other layers are cut first. */
const compiledFor = (network: Network, layers: MeasureOptions['layers'] = LAYERS) =>
  compileWeb(
    network,
    fillDefaults({
      version: 1,
      name: 'each firm in turn',
      shocks: [],
      cuts: network.filterEdges((_, { kind }) => !layers.includes(kind)),
    }),
  );

/** Strike every firm in turn; `see` gets who was struck and what each firm loses, dollars. */
const strikeEach = (
  network: Network,
  { layers, parameters = {} }: MeasureOptions,
  see: (struck: number, lossUsd: Float64Array, startValueUsd: Float64Array) => void,
): void => {
  const compiled = compiledFor(network, layers);
  const { firms, startValueUsd } = compiled.web;
  const { size = 1 } = parameters;
  firms.forEach((firm, struck) => {
    const { after } = finalState(compiled, [{ kind: 'default', firm, size }]);
    see(struck, after.valueLossUsd, startValueUsd);
  });
};

const common = {
  source: 'own model; Battiston and others 2012 for the idea of one sweep',
  parameters: {
    size: {
      kind: 'number',
      default: 1,
      min: 0,
      max: 1,
      step: 0.05,
      unit: 'share',
      meaning: {
        en: 'share of its activity that the struck firm loses',
        zh: '受冲击企业丧失的经营比例',
      },
    },
  },
} as const;

export const importance: Measure = {
  ...common,
  id: 'importance',
  title: { en: 'Systemic importance', zh: '系统重要性' },
  unit: 'usd',
  convention:
    'Value that all other firms lose where this firm alone fails, under chained-boats with its defaults; deals of other layers are cut first. The command systemic has every model, bounds and the whole matrix.',
  fn: (network, options = {}) => {
    const lostByOthers = new Float64Array(network.order);
    strikeEach(network, options, (struck, lossUsd, startValueUsd) => {
      lossUsd.forEach((usd, i) => {
        if (i !== struck && startValueUsd[i]! > 0) lostByOthers[struck]! += usd;
      });
    });
    return lostByOthers;
  },
};

export const vulnerability: Measure = {
  ...common,
  id: 'vulnerability',
  title: { en: 'Systemic vulnerability', zh: '系统脆弱性' },
  unit: 'none',
  convention:
    'Mean share of its value that the firm loses over the failures of each other firm alone, under chained-boats with its defaults; unknown where its value is.',
  fn: (network, options = {}) => {
    const mean = Float64Array.from(network.nodes(), (id) =>
      network.getNodeAttribute(id, 'valueUsd') === undefined ? Number.NaN : 0,
    );
    const others = Math.max(1, network.order - 1);
    strikeEach(network, options, (struck, lossUsd, startValueUsd) => {
      lossUsd.forEach((usd, i) => {
        if (i === struck || usd === 0) return;
        mean[i]! += Math.min(1, usd / startValueUsd[i]!) / others;
      });
    });
    return mean;
  },
};
