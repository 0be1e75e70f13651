import { speaker } from '../../i18n/speaker.ts';

const en = {
  title: 'Ranking by any measure',
  lead: 'Every firm by every measure of the web as it stands, before any shock, as of {asOf}. A click on a heading sorts; unknown scores (?) stand last.',
  caption: 'Firms by every measure',
  firm: 'Firm',
  size: 'Disc on the map',
  colour: 'Colour on the map',
  value: 'value of the firm',
  layer: 'layer of the stack',
  show: 'Show on the map',
  wait: 'The measures are being worked out…',
  unknown: 'unknown',
  what: 'What it is',
  leftOut: '{count} deals without known dollars are in no measure of dollars.',
};

const zh: typeof en = {
  title: '按任意指标排名',
  lead: '截至 {asOf}、冲击发生之前，每家公司的全部网络指标。点击表头排序；未知分数（?）排在最后。',
  caption: '公司与全部指标',
  firm: '公司',
  size: '地图圆盘大小',
  colour: '地图颜色',
  value: '公司价值',
  layer: '产业层级',
  show: '在地图上显示',
  wait: '正在计算指标……',
  unknown: '未知',
  what: '指标含义',
  leftOut: '{count} 笔金额未知的交易不计入任何金额指标。',
};

export const say = speaker({ en, zh });
