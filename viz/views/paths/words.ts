import { speaker } from '../../i18n/speaker.ts';

const en = {
  title: 'Shortest chains between two firms',
  from: 'From',
  to: 'to',
  swap: 'Swap',
  by: 'Shortest by',
  hops: 'hops',
  strength: 'dollars',
  kinds: 'Deals',
  every: 'all kinds',
  way: 'Direction',
  either: 'either way',
  along: 'only from who owns, orders or lends',
  same: 'Choose two different firms.',
  none: 'No chain leads from {from} to {to} under these choices.',
  oneByHops: '{from} to {to}: {hops} deals in a row at the least, by one chain.',
  manyByHops: '{from} to {to}: {hops} deals in a row at the least, by {count} chains.',
  oneByStrength: '{from} to {to}: the strongest chain is worth a single deal of {usd}.',
  manyByStrength:
    '{from} to {to}: {count} chains tie for the strongest, worth a single deal of {usd}.',
  thinnest: 'thinnest hop {usd}',
  unknown: 'dollars not known all the way',
  unknownUsd: 'dollars not known',
  aYear: '{usd} a year',
  more: '{count} more chains; the download holds up to 1,000.',
  leftOut:
    '{count} deals left out: cancelled, or without known dollars where dollars are asked for.',
  meaning:
    '→ leads from who owns, orders or lends to whom; ← is the other way. By dollars, a hop is 1 / dollars long: parallel deals add up, and a chain is as strong as 1 over the sum of 1 / dollars of its hops.',
};

const zh: typeof en = {
  title: '两家企业之间的最短链条',
  from: '从',
  to: '到',
  swap: '互换',
  by: '按何者最短',
  hops: '步数',
  strength: '金额',
  kinds: '交易',
  every: '全部类型',
  way: '方向',
  either: '任一方向',
  along: '仅从持股、下单或放贷一方出发',
  same: '请选择两家不同的企业。',
  none: '在此条件下，没有链条从{from}通向{to}。',
  oneByHops: '从{from}到{to}：最少相隔 {hops} 步，共一条链条。',
  manyByHops: '从{from}到{to}：最少相隔 {hops} 步，共 {count} 条链条。',
  oneByStrength: '从{from}到{to}：最强链条相当于一笔 {usd} 的交易。',
  manyByStrength: '从{from}到{to}：{count} 条链条并列最强，相当于一笔 {usd} 的交易。',
  thinnest: '最细一步 {usd}',
  unknown: '并非每一步的金额都已知',
  unknownUsd: '金额未知',
  aYear: '每年 {usd}',
  more: '另有 {count} 条链条，下载文件最多含 1,000 条。',
  leftOut: '未计入 {count} 笔交易：已取消，或按金额时金额未知。',
  meaning:
    '→ 由持股、下单或放贷一方指向对方；← 相反。按金额时，一步的长度为 1／金额：同一对企业之间的交易相加，链条强度为各步 1／金额之和的倒数。',
};

export const say = speaker({ en, zh });
