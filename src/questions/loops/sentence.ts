import type { Circularity } from './circularity-document.ts';

/** How the reader's page or terminal writes dollars and shares. */
export interface Wording {
  readonly money: (usd: number) => string;
  readonly share: (fraction: number) => string;
}

type Language = 'en' | 'zh';

const years = ({ receipt }: Circularity, language: Language): string => {
  if (receipt.year === undefined) return '';
  return language === 'en'
    ? ` in ${receipt.year} (money promised and not yet paid falls in the year of the data or later)`
    : `${receipt.year} 年（已承诺而未付的款项计入数据当年及以后）`;
};

const english = (document: Circularity, { money, share }: Wording): string => {
  const { receipt, grossUsd, circularShare, maxCirculationUsd, loops } = document;
  const { basis, hops, network } = receipt;
  if (circularShare === null)
    return `As of ${network.asOf} no ${basis} dollars above 0 are known of this web.`;
  const priced = loops.filter(({ usd }) => usd !== null).length;
  const verb = basis === 'announced' ? 'announced to pay' : 'bound themselves to pay';
  return (
    `Of ${money(grossUsd)} that firms of this web have ${verb} each other${years(document, 'en')}, as of ` +
    `${network.asOf}, ${share(circularShare)} goes in circles (balanced flow; at most ` +
    `${money(maxCirculationUsd)} could), and ${loops.length} ${loops.length === 1 ? 'loop' : 'loops'} of up ` +
    `to ${hops} payments mix capital with orders, ${priced} with known dollars all the way round.`
  );
};

const chinese = (document: Circularity, { money, share }: Wording): string => {
  const { receipt, grossUsd, circularShare, maxCirculationUsd, loops } = document;
  const { basis, hops, network } = receipt;
  const kind = basis === 'announced' ? '已宣布' : '有约束力';
  if (circularShare === null) return `截至 ${network.asOf}，网络中没有已知且大于零的${kind}付款。`;
  const priced = loops.filter(({ usd }) => usd !== null).length;
  return (
    `截至 ${network.asOf}，网络中企业${years(document, 'zh')}相互支付的${kind}款项共 ${money(grossUsd)}，` +
    `其中 ${share(circularShare)} 在兜圈子（平衡流口径；上限为 ${money(maxCirculationUsd)}）；` +
    `${hops} 笔以内、兼有资本与订单的环路共 ${loops.length} 条，其中 ${priced} 条全程金额已知。`
  );
};

/** How circular a web's money is, in one sentence that can be quoted, with what it counts. */
export const circularitySentence = (
  document: Circularity,
  language: Language,
  wording: Wording,
): string => (language === 'en' ? english : chinese)(document, wording);
