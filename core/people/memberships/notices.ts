import { shanghai } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { NoticeKind, Telling } from '../../shared/notices'
import { routes, type Route } from '../../shared/routes'
import { sayDate } from '../roster/date-words'
import type { Rung } from './letter'

/** A letter as notices speak of it. */
interface Letter {
  transferId: string
  name: string
  fromName: string
  toName: string
  reason: string
  dueOn: DateText
  at: Instant
}

interface Said {
  kind: NoticeKind
  about: string
  title: string
  text: string
  page: Route
  where: string
  at: Instant
}

const telling = ({ where, at, ...said }: Said): Telling => ({
  ...said,
  fields: { what: said.title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where, note: '点开看看' },
})

const toMember = (letter: Letter, what: string, title: string, text: string): Telling =>
  telling({ ...{ kind: 'membership-news', about: `transfer-${what}:${letter.transferId}`, title, text }, ...{ page: routes.belonging(), where: letter.toName, at: letter.at } }) // prettier-ignore

const toOfficers = (letter: Letter, what: string, title: string, text: string): Telling =>
  telling({ ...{ kind: 'membership-desk', about: `transfer-${what}:${letter.transferId}`, title, text }, ...{ page: routes.transfers(), where: letter.toName, at: letter.at } }) // prettier-ignore

/** A letter is on its way: the member, and the secretaries of the branch that is to receive. */
export const sayStarted = (letter: Letter) => ({
  member: toMember(
    letter,
    'started',
    '您的组织关系正在转接',
    `从${letter.fromName}转到${letter.toName}，等对方支部接收。接收以前，您还在原来的支部，不用做什么。`,
  ),
  receiver: toOfficers(
    letter,
    'started',
    `${letter.name}同志的组织关系转来`,
    `${letter.fromName}来信：${letter.reason}。请在${sayDate(letter.dueOn)}前接收或者退回。`,
  ),
})

/** It was received: the member belongs to the new branch; the secretaries of the former one have their receipt. */
export const sayReceived = (letter: Letter) => ({
  member: toMember(
    letter,
    'received',
    `您现在是${letter.toName}的党员了`,
    `组织关系已经从${letter.fromName}转过来。今后的通知由新支部发给您。`,
  ),
  sender: toOfficers(letter, 'received', `${letter.name}同志的组织关系已接收`, `${letter.toName}已经接收，这就是回执。`),
})

/** A letter to an organization outside is on its way; its receipt has come; the member is back. */
export const sayOutside = (letter: Letter) => ({
  started: toMember(
    letter,
    'started',
    '您的组织关系正在转接',
    `从${letter.fromName}转到${letter.toName}，等对方寄回回执。收到回执以前，您还在原来的支部，不用做什么。`,
  ),
  received: toMember(
    letter,
    'received',
    '您的组织关系已经转走',
    `已经转到${letter.toName}。${letter.fromName}的同志们祝您健康，常回来看看。`,
  ),
  returned: toMember(letter, 'returned', `您又是${letter.fromName}的党员了`, `组织关系已经从${letter.toName}转回来，欢迎回来。`),
})

/** It came back. */
export const sayRefused = (letter: Letter, words: string) => ({
  member: toMember(letter, 'refused', '组织关系还没有转成', `您还在${letter.fromName}，原支部书记会和您联系。`),
  sender: toOfficers(
    letter,
    'refused',
    `${letter.name}同志的组织关系被退回`,
    `${letter.toName}没有接收${words === '' ? '' : `：${words}`}。请联系后再办。`,
  ),
})

/** The branch that wrote it took it back. */
export const sayCancelled = (letter: Letter, words: string) => ({
  member: toMember(letter, 'cancelled', '组织关系不转了', `您还在${letter.fromName}，和原来一样。`),
  receiver: toOfficers(
    letter,
    'cancelled',
    `${letter.name}同志的组织关系不转来了`,
    `${letter.fromName}收回了介绍信${words === '' ? '' : `：${words}`}。`,
  ),
})

/** The day of the answer is over, by who hears of it. */
export const sayOverdue = (letter: Letter & { outside?: true }, rung: Rung): Telling =>
  toOfficers(
    letter,
    `overdue-${rung}`,
    `${letter.name}同志的组织关系还没有接上`,
    letter.outside
      ? `从${letter.fromName}到${letter.toName}，应在${sayDate(letter.dueOn)}前收到回执。请联系对方，收到回执就登记。`
      : `从${letter.fromName}到${letter.toName}，应在${sayDate(letter.dueOn)}前接收。${rung === 'secretary' ? '请两个支部联系，接收或者退回。' : '请催一催两个支部。'}`,
  )

interface Affiliation {
  memberId: string
  name: string
  homeName: string
  branchName: string
  at: Instant
}

/** A member takes part in a further branch from now on, or no more: themselves, and the secretaries of their own branch. */
export const sayAffiliated = ({ memberId, name, homeName, branchName, at }: Affiliation, comes: boolean) => {
  const about = `affiliate:${memberId}:${String(at)}`
  const said = { about, where: branchName, at }
  return {
    member: telling({
      ...said,
      kind: 'membership-news',
      title: comes ? `您也可以参加${branchName}的活动了` : `您不再参加${branchName}的活动`,
      text: comes
        ? `您的组织关系还在${homeName}，党费、表决都在那里；两个支部的通知您都会收到。`
        : `您的组织关系还在${homeName}，和原来一样。`,
      page: routes.belonging(),
    }),
    home: telling({
      ...said,
      kind: 'membership-desk',
      title: comes ? `${name}同志也参加${branchName}的活动` : `${name}同志不再参加${branchName}的活动`,
      text: `组织关系仍在${homeName}。`,
      page: routes.person({ memberId }),
    }),
  }
}
