import { shanghai } from '../../shared/calendar'
import type { NoticeFields, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { advisedWords, type Advised } from './rules'

const fieldsOf = (what: string, where: string, at: Instant, note: string): NoticeFields => ({
  what,
  when: shanghai(at).format('YYYY-MM-DD HH:mm'),
  where,
  note,
})

/** Once a year to the person: does what they said still hold? `round` tells one year's question from the next. */
export const sayStill = ({ branchName, round, at }: { branchName: string; round: string; at: Instant }): Telling => ({
  kind: 'talent-still',
  about: `talent-still:${round}`,
  title: '您的特长，还愿意帮忙吗？',
  text: '您登记过自己会做的事。点开按一下“还愿意”，组织就知道可以来请您；不方便了也可以说。',
  page: routes.talent(),
  fields: fieldsOf('特长还愿意用吗', branchName, at, '点开按一下就好'),
})

/** To the person: an officer wrote down what they can do. */
export const saySaid = ({ branchName, round, at }: { branchName: string; round: string; at: Instant }): Telling => ({
  kind: 'talent-still',
  about: `talent-said:${round}`,
  title: '支部替您登记了特长',
  text: '请您点开看一看，写得对就按一下“是的，我愿意”；不对可以改，不愿意也可以取消。',
  page: routes.talent(),
  fields: fieldsOf('支部登记了您的特长', branchName, at, '请点开看看对不对'),
})

/** To the person: an officer asks for something they can do. */
export const sayAsk = ({
  askId,
  by,
  orgName,
  what,
  at,
}: {
  askId: string
  by: string
  orgName: string
  what: string
  at: Instant
}): Telling => ({
  kind: 'talent-asked',
  about: askId,
  title: `${orgName}想请您帮个忙`,
  text: `${by}：${what}。您答应了，对方才看得到您的电话。`,
  page: routes.talent(),
  fields: fieldsOf(what, orgName, at, '点开说行或者不方便'),
})

/** To the officer who asked: what the person says; `times` tells one answer from the next. */
export const sayAnswer = ({
  askId,
  name,
  agreed,
  what,
  words,
  at,
  times,
}: {
  askId: string
  name: string
  agreed: boolean
  what: string
  words: string
  at: Instant
  times: number
}): Telling => ({
  kind: 'talent-answered',
  about: `${askId}:${String(times)}`,
  title: `${name}同志${agreed ? '答应了' : '这次不方便'}`,
  text: `您请的是：${what}。${words === '' ? '' : `他说：${words}。`}${agreed ? '点开可以看电话。' : ''}`,
  page: routes.talents(),
  fields: fieldsOf(`${name}${agreed ? '答应了' : '不方便'}`, '银发人才库', at, agreed ? '点开看电话' : '可以再请别人'),
})

/** To those who advised: what came of it. */
export const sayCame = ({
  adviceId,
  advisoryId,
  unit,
  verdict,
  words,
  at,
  times,
}: {
  adviceId: string
  advisoryId: string
  unit: string
  verdict: Advised
  words: string
  at: Instant
  times: number
}): Telling => ({
  kind: 'advice-came',
  about: `${adviceId}:${String(times)}`,
  title: `您的建议，${unit}${advisedWords[verdict]}`,
  text: words,
  page: routes.advisory({ id: advisoryId }),
  fields: fieldsOf('您的建议有回音了', unit, at, words),
})
