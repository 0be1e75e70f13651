import { type Adapter, shareLost } from '../on-web/adapter.ts';
import { firstOutputLoss, OUTPUT_UNIT } from '../on-web/first-output-loss.ts';
import { lessFirstLoss, orderFlows } from '../on-web/orders-as-flows.ts';
import { leontief as model } from './leontief.ts';

/** Lost sales outside, and what firms then no longer order from each other. */
export const leontief: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: OUTPUT_UNIT,
  maps: {
    en: 'orders of the period are the flows; final demand is outside revenue, and outside money where purchases and cost are more than revenue; it falls by what the shock itself takes of output; a firm’s own loss counts in full',
    zh: '当期订单为流量；最终需求为外部收入，若采购与成本超过收入则加上外部资金；其减少额为冲击本身造成的产出损失；企业自身损失全额计入',
  },
  loses: {
    en: 'values, stakes, loans and money; take-or-pay: orders fall in proportion to output; inputs that fail to come',
    zh: '估值、持股、贷款与资金；照付不议（订单随产出同比例减少）；投入品缺供',
  },
  monotone: true,
  read: (hit) => {
    const { flows, outputUsd, soldOutsideUsd } = orderFlows(hit);
    const lost = firstOutputLoss(hit);
    const demand = lessFirstLoss(soldOutsideUsd, outputUsd, lost);
    const { output, converged, residual } = model.solve({
      flows,
      finalDemand: soldOutsideUsd,
      demands: [soldOutsideUsd, demand],
    });
    const fractions = output[0]!.map((before, i) =>
      shareLost(Math.max(before - output[1]![i]!, lost[i]! * before), before),
    );
    return { fractions, converged, residual };
  },
};
