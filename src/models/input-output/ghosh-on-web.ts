import { type Adapter, shareLost } from '../on-web/adapter.ts';
import { firstOutputLoss, OUTPUT_UNIT } from '../on-web/first-output-loss.ts';
import { lessFirstLoss, orderFlows } from '../on-web/orders-as-flows.ts';
import { ghosh as model } from './ghosh.ts';

/**
 * Ghosh's first reading of his model: primary inputs that are missing at a supplier are missing in
 * everything made from its goods. As a model of prices it would say nothing of a loss.
 */
export const ghosh: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: OUTPUT_UNIT,
  maps: {
    en: 'orders of the period are the flows; primary inputs are own cost and margin; they fall by what the shock itself takes of output, so that customers get less, in proportion (the reading as a model of supply); a firm’s own loss counts in full',
    zh: '当期订单为流量；初级投入为自身成本与利润；其减少额为冲击本身造成的产出损失，客户按比例得到更少（供给侧解读）；企业自身损失全额计入',
  },
  loses: {
    en: 'values, stakes, loans and money; lost orders: nothing runs from customer to supplier; which inputs are essential',
    zh: '估值、持股、贷款与资金；订单损失（不从客户传导至供应商）；哪些投入是关键的',
  },
  monotone: true,
  read: (hit) => {
    const { flows, outputUsd, addedUsd } = orderFlows(hit);
    const lost = firstOutputLoss(hit);
    const { values, converged, residual } = model.solve({
      flows,
      primaryInputs: addedUsd,
      costs: [addedUsd, lessFirstLoss(addedUsd, outputUsd, lost)],
    });
    const fractions = values[0]!.map((before, i) =>
      shareLost(Math.max(before - values[1]![i]!, lost[i]! * before), before),
    );
    return { fractions, converged, residual };
  },
};
