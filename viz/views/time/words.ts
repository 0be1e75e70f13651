import { speaker } from '../../i18n/speaker.ts';

/** What the view of time says. */
export const say = speaker({
  en: {
    title: 'The same shock on other days and over the years',
    machine: 'Time machine: the same shock on the web of every earlier day',
    machineLead:
      'On the web of {first} it takes {firstUsd}; on that of {last} {lastUsd}. Each dot is a day on which records changed and moved the loss: choose one to see the web as of that day.',
    ahead:
      'Only what was known on a day counts, but values: where none that old is known the earliest later one stands in. Such days are marked *, and say what the web looked like, not what anybody could have reckoned then.',
    missing:
      '{count} days have no answer: what the shock hits was not in the web, or its period is over. That is not a loss of 0.',
    noDay: 'No day has an answer for this shock.',
    cutShort: 'Stopped early: later days are missing.',
    day: 'As of',
    loss: 'Loss',
    change: 'Change',
    failed: 'Failed',
    what: 'What changed',
    more: '+ {count} more',
    announced: 'announced',
    cancelled: 'cancelled',
    changed: 'changed',
    showing: 'shown now',
    path: 'Path: the years one after another',
    pathLead:
      'The shock holds in every year from {from} to {to}; cash, unpaid debt service, failures and lost value are carried on. By the end of {to}: {usd} lost, {failed}.',
    failedNone: 'nobody failed',
    failedSome: 'failed: {names}',
    pathHelp:
      'The gap is the outside money that firms must find each year for the announced deals to stand; the warm part of a bar is what they cannot raise under this shock.',
    year: 'Year',
    soFar: 'Loss so far',
    added: 'Added',
    owners: 'To owners outside',
    gap: 'Gap',
    notRaised: 'Not raised',
    arrears: 'Debt service unpaid',
    failedIn: 'Failed in it',
    download: 'Loss by as-of date',
  },
  zh: {
    title: '同一冲击：换一天，或逐年推演',
    machine: '时间机器：把同一冲击放到此前每一天的网络上',
    machineLead:
      '在{first}的网络上损失{firstUsd}；在{last}的网络上损失{lastUsd}。每个圆点是记录变动并使损失改变的一天：选择它即可查看当天的网络。',
    ahead:
      '只计当天已知的信息，估值除外：若无当时的估值，以其后最早的一个代替，并以*标出；它说明网络当时的样子，而非当时有人能算出的结果。',
    missing: '{count}天没有结果：冲击对象当时不在网络中，或期间已过。这不等于损失为零。',
    noDay: '此冲击在任何一天都没有结果。',
    cutShort: '提前停止：缺少其后的日期。',
    day: '截至',
    loss: '损失',
    change: '变化',
    failed: '倒下',
    what: '变动的记录',
    more: '另有{count}项',
    announced: '公布',
    cancelled: '取消',
    changed: '变更',
    showing: '当前所示',
    path: '路径：逐年推演',
    pathLead:
      '冲击在{from}至{to}年每年持续；现金、未付偿债、倒下与已失价值逐年结转。至{to}年末：损失{usd}，{failed}。',
    failedNone: '无企业倒下',
    failedSome: '倒下：{names}',
    pathHelp:
      '缺口指企业每年须在网络外筹得的资金，否则已公布的交易无法履行；柱中暖色部分为此冲击下筹不到的金额。',
    year: '年份',
    soFar: '累计损失',
    added: '当年新增',
    owners: '归网络外所有者',
    gap: '缺口',
    notRaised: '未筹得',
    arrears: '未付偿债',
    failedIn: '当年倒下',
    download: '各截止日损失',
  },
});
