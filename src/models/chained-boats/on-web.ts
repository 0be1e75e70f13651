import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { chainedBoats as model } from './chained-boats.ts';
import { defaultSolveOptions, solve } from './solve.ts';

/** The product's own model: it is made for the web, so nothing is mapped. */
export const chainedBoats: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'the web as it is: every deal, with its links',
    zh: '按原样使用网络：全部交易及其关联',
  },
  loses: {
    en: 'rivals who gain, renegotiation and rescue, deals that nobody published; nothing is lost in a mapping',
    zh: '竞争对手的得益、重新谈判与救助、未公开的交易；映射本身无损失',
  },
  monotone: true,
  read: ({ web, shocks }) => {
    const { state, converged, residual } = solve(web, shocks, defaultSolveOptions, () => {});
    const fractions = web.firms.map((_, i) =>
      shareLost(state.valueLossUsd[i]!, web.startValueUsd[i]!),
    );
    return { fractions, converged, residual };
  },
};
