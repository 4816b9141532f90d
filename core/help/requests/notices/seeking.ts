import { doer, because, quoted, type Tells } from './scene'

/** While a person is sought: who is asked, who took it, who has it by rule. */
export const seeking: Tells<
  'raised' | 'asked' | 'rang' | 'second-wanted' | 'taken' | 'second' | 'handed-over' | 'assigned' | 'by-default' | 'declined' | 'nobody'
> = {
  raised: ({ entry, what, promise, toElder, elder }) =>
    entry.by?.memberId === elder || entry.by?.relation !== undefined
      ? []
      : [toElder(`${doer(entry)}替您求助了：${what}`, `${doer(entry)}替您登记了“${what}”，${promise}。`, '已替您登记')],
  asked: ({ entry, toHelpers, urgent, call }) => toHelpers(entry.whom ?? [], call, `${urgent}请点开，能去就按“我来办”`),
  rang: ({ entry, toHelpers, call }) => toHelpers(entry.whom ?? [], call, '昨晚的求助，请看一看'),
  'second-wanted': ({ entry, what, owner, toHelpers }) =>
    toHelpers(
      entry.whom ?? [],
      (name, whole) => [`${name}那里还要一个帮手：${what}`, `${owner?.name ?? ''}已经接手，还要一个帮手。${whole ? quoted(entry) : ''}`],
      '还要一个帮手',
    ),
  taken: ({ request, entry, what, promise, toHelpers, toElder, addressees, names }) => [
    toElder(`${names}接了您的求助`, `${names}来办“${what}”，${promise}。${quoted(entry)}`, `${names}来帮您`),
    ...toHelpers(
      request.asked.filter(one => !addressees.includes(one.memberId)),
      name => [`已有人接手：${name}${what}`, `${names}已经接手，您不用去了，谢谢。`],
      '已有人接手',
      true,
    ),
  ],
  second: ({ request, what, owner, notice, toElder, names }) => [
    toElder(`又来了一个帮手`, `${names}也来帮忙办“${what}”。`, `${names}也来帮忙`),
    notice('request-helping', [owner?.memberId], `${names}来帮您一起办`, `${request.name}的“${what}”，${names}和您一起办。`, '帮手来了'),
  ],
  'handed-over': ({ request, entry, desks, what, promise, notice, toElder, addressees }) => [
    toElder(`正在给您换人`, `“${what}”换人来办，${promise}。有了人马上告诉您。`, '正在换人来办'),
    notice('request-asked', addressees, `请您接着办：${request.name}${what}`, `${because(entry)}${promise}。`, '请您接着办'),
    notice(
      'request-desk',
      entry.lost ? desks.secretary.filter(one => !addressees.includes(one)) : [],
      `换人来办：${request.name}${what}`,
      `原来办的人不再负责，正在另外找人。${promise}。`,
      '办的人不再负责，正在换人',
    ),
  ],
  assigned: ({ request, entry, what, promise, notice, toElder, addressees, names }) => [
    toElder(`${names}来办您的求助`, `${names}来办“${what}”，${promise}。`, `${names}来帮您`),
    notice(
      'request-asked',
      addressees,
      `请您来办：${request.name}${what}`,
      `${doer(entry)}请您来办“${what}”，${promise}。${quoted(entry)}`,
      '请您来办',
    ),
  ],
  'by-default': ({ request, desks, what, promise, notice, toElder, addressees, names, urgent }) => [
    toElder(`${names}来管您的求助`, `“${what}”由${names}负责到底，${promise}。`, `${names}负责到底`),
    notice(
      'request-asked',
      addressees,
      `${urgent}由您负责：${request.name}${what}`,
      `一直没有人接，按规定由您负责，${promise}。可以指派别人去。`,
      '没有人接，由您负责',
    ),
    notice(
      'request-desk',
      desks.secretary.filter(one => !addressees.includes(one)),
      `没有人接，已交${names}`,
      `${request.name}的“${what}”没有人接，现在由${names}负责。`,
      '没有人接，已上交',
    ),
  ],
  declined: () => [],
  nobody: ({ what, toElder }) => [
    toElder('请直接打个电话', `“${what}”眼下还没有找到能去的人，我们会接着找。着急请直接给支部或社区打电话。`, '请直接打电话'),
  ],
}
