import { shanghai } from '../../shared/calendar'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes, type Route } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'
import { maskPhone } from '../roster/phones'

/** The person that a notice speaks of, and when it happened. */
interface Concerning {
  memberId: string
  name: string
  at: Instant
}

/** Once with words for the member, once for the officers who keep them. */
interface Both {
  member: Telling
  keeper: Telling
}

const said = (kind: NoticeKind, about: string, page: Route, { name, at }: Concerning, title: string, text: string): Telling => ({
  kind,
  about,
  title,
  text,
  page,
  fields: { what: title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: name, note: '点开看看' },
})

/** The member's own affair, which their family may hear of too; for the officers a duty. */
const both = (about: string, person: Concerning, member: [string, string], keeper: [string, string]): Both => ({
  member: said('account-bound', about, routes.data(), person, ...member),
  keeper: said('account-warning', about, routes.person({ memberId: person.memberId }), person, ...keeper),
})

const howWords = { invitation: '用邀请码', number: '用手机号' } as const

/** A WeChat account was bound as the person. */
export const sayBound = (person: Concerning, accountRef: string, how: 'invitation' | 'number'): Both =>
  both(
    `${accountRef}:${String(person.at)}`,
    person,
    ['有一个微信绑定成了您', `${sayMoment(person.at)}，${howWords[how]}绑定的。如果不是您，请到“我的资料”里结束它，再给支部书记打电话。`],
    [`${person.name}同志绑定了微信`, `${sayMoment(person.at)}，${howWords[how]}绑定的。如果不是本人，请点开结束它。`],
  )

/** A family helper began to act for the person. */
export const sayHelperBound = (person: Concerning, accountRef: string, helper: string): Both =>
  both(
    `${accountRef}:${String(person.at)}`,
    person,
    [`${helper}可以替您办事了`, '您可以随时到“家人代办”里停下。'],
    [`${helper}可以替${person.name}同志办事了`, '是家人代办。'],
  )

/** A number was brought that opens a door only when the person, or a second officer, says so. */
export const sayDoorWaits = (person: Concerning, doorId: string, number: string, by: string): Both =>
  both(
    doorId,
    person,
    ['登记了一个新号码，是您的吗', `${by}把 ${maskPhone(number)} 登记成了您的电话。请到“我的资料”里答一声：是您的，才能用它绑定微信。`],
    [
      `${person.name}同志登记了新号码`,
      `${by}登记的 ${maskPhone(number)}。打电话可以用了；要用它绑定微信，等本人答应，或者由另一位负责人核对。`,
    ],
  )

/** The person changed their own numbers. */
export const sayDoorOpened = (person: Concerning, numbers: readonly string[], about: string): Telling =>
  said(
    'account-warning',
    about,
    routes.person({ memberId: person.memberId }),
    person,
    `${person.name}同志换了手机号`,
    `本人改成了 ${numbers.map(maskPhone).join('、')}，以后可以用它绑定微信。`,
  )

/** An import brought numbers for people who had others. */
export const sayImportedDoors = (count: number, at: Instant, about: string): Telling => ({
  kind: 'account-warning',
  about,
  title: `${String(count)}位同志的号码换了`,
  text: '打电话可以用新号码了；要用它绑定微信，等本人答应，或者由另一位负责人核对。换手机的同志，给一个邀请码最方便。',
  page: routes.roster(),
  fields: { what: '名册里的号码换了', when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: '名册', note: `${String(count)}位同志` },
})

/** An account with the person's verified number guessed wrong too often. */
export const sayStranger = (person: Concerning, day: string): Telling =>
  said(
    'account-warning',
    `stranger:${person.memberId}:${day}`,
    routes.person({ memberId: person.memberId }),
    person,
    `有人没能认成${person.name}同志`,
    '有一个微信拿着登记的手机号，姓名和出生年份都没有说对。请打电话问问：是本人就给一个邀请码；号码换了人，就把它改掉。',
  )

/** Another person has the member's number now and says so. */
export const sayHolder = (person: Concerning, otherId: string): Telling =>
  said(
    'account-warning',
    `holder:${person.memberId}:${otherId}`,
    routes.person({ memberId: person.memberId }),
    person,
    `${person.name}同志的号码可能换了人`,
    '有人用这个手机号登记了志愿者，说自己不是这位同志。请打电话核对，号码不对就改掉。',
  )

/** An office was given to a person, and so many accounts act as them. */
export const sayOfficeAccounts = (person: Concerning, count: number): Telling =>
  said(
    'account-bound',
    `office:${person.memberId}:${String(person.at)}`,
    routes.data(),
    person,
    '您有了新的职务',
    count === 0
      ? '以后请用上级党组织给的邀请码绑定微信。'
      : `现在有${String(count)}个微信绑定成了您。请到“我的资料”里看一看，不是您的就结束它。`,
  )

/** Far more wrong guesses than people make. */
export const sayAttack = (at: Instant, day: string): Telling => ({
  kind: 'account-warning',
  about: `attack:${day}`,
  title: '有人在大量试邀请码和姓名',
  text: '一小时里试错的次数太多，已经放慢没有绑定的微信。已经绑定的同志不受影响。',
  page: routes.overview(),
  fields: { what: '有人在大量试邀请码', when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: '常青365', note: '已经放慢' },
})
