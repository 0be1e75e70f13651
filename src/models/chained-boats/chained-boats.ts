import type { Model } from '../model.ts';
import { chainedBoatsParameters } from './parameters.ts';

/** The product's own model: equity, orders and debt in one fixed point, with deals that are linked. */
export const chainedBoats: Model<typeof chainedBoatsParameters> = {
  id: 'chained-boats',
  title: { en: 'Chained boats', zh: '连舟模型' },
  inWords: [
    {
      en: 'Firms order from, own and owe each other. Before the shock every promise is kept. The shock takes revenue, value, funding or capacity from a firm; it then pays what its means cover, in order of rank: operating cost, debt service, binding orders, other orders, promised investments. What it no longer pays is what others no longer earn, and so on, round by round, until nothing moves.',
      zh: '公司之间相互订货、持股、借贷。冲击之前，所有承诺均获履行。冲击夺走一家公司的收入、价值、融资或产能；此后它按资金所及依次支付：经营成本、债务、约束性订单、其他订单、承诺的投资。它不再支付的，就是别人不再赚到的，如此一轮一轮，直到不再变动。',
    },
    {
      en: 'Value follows revenue, holdings are worth what the held firm is worth, and a warrant or a tranche that was tied to an order lives or dies with that order. The result is the best outcome that is consistent with all of it.',
      zh: '价值随收入变动，所持股权随被持公司的价值变动；与订单挂钩的认股权证或分期投资，与该订单共存亡。结果是与这一切相容的最好结局。',
    },
  ],
  equation:
    'greatest fixed point of: fulfilment q = τ·pt + (1−τ)·min(y, pd) → revenue R = X·min(1−shock, κ) + Σ O·min(q, κ) → means A = R + K + F·g(E/E0) + Σ T·π·q + Σ service·ψ + Σ liq·S·E → waterfall (operating cost, debt, take-or-pay, discretionary, tranches) → value E = max(0, core·(1−ε(1−y))⁺·(1−markdown)·(1−impact·sold)⁺ − write-offs − failure cost + Σ S·q·E)',
  tells: {
    en: 'who loses what, in which round and through whom, when a firm that others own, supply or lend to earns, raises or delivers less: equity, orders and debt together, and warrants that are worth only what the order behind them is',
    zh: '当一家被他人持股、供货或放贷的企业收入、融资或交付减少时，谁损失多少、在第几轮、经由谁：股权、订单与债务合而为一，且与订单挂钩的认股权证只值该订单履行的部分',
  },
  blindTo: [
    {
      en: 'rivals who gain: lost orders go nowhere, no firm profits from another one’s trouble',
      zh: '竞争对手的得益：失去的订单不会转移，没有企业因他人受困而获利',
    },
    {
      en: 'renegotiation, rescue, policy and news: everybody keeps to the rule of the model',
      zh: '重新谈判、救助、政策与消息面：各方只按模型规则行事',
    },
    {
      en: 'deals that nobody published, and dollars that nobody stated',
      zh: '未公开的交易与未披露的金额',
    },
    {
      en: 'timing within the period, and prices other than those of shares put up for sale',
      zh: '期内的时间先后，以及抛售股份之外的其他价格',
    },
  ],
  references: [
    {
      text: 'Eisenberg and Noe (2001), Systemic risk in financial systems, Management Science 47(2)',
      doi: '10.1287/mnsc.47.2.236.9835',
    },
    {
      text: 'Rogers and Veraart (2013), Failure and rescue in an interbank network, Management Science 59(4)',
      doi: '10.1287/mnsc.1120.1569',
    },
    {
      text: 'Elliott, Golub and Jackson (2014), Financial networks and contagion, American Economic Review 104(10)',
      doi: '10.1257/aer.104.10.3115',
    },
    {
      text: 'Suzuki (2002), Valuing corporate debt: the effect of cross-holdings of stock and debt, Journal of the Operations Research Society of Japan 45(2)',
      doi: '10.15807/jorsj.45.123',
    },
    {
      text: 'Bardoscia, Battiston, Caccioli and Caldarelli (2015), DebtRank: a microscopic foundation for shock propagation, PLOS ONE 10(6)',
      doi: '10.1371/journal.pone.0130406',
    },
    {
      text: 'Diem, Borsos, Reisch, Kertész and Thurner (2022), Quantifying firm-level economic systemic risk from nation-wide supply networks, Scientific Reports 12',
      doi: '10.1038/s41598-022-11522-z',
    },
    {
      text: 'Cont and Schaanning (2017), Fire sales, indirect contagion and systemic stress testing, Norges Bank working paper 2/2017',
      doi: '10.2139/ssrn.2541114',
    },
  ],
  parameters: chainedBoatsParameters,
};
