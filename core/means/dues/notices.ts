import { shanghai } from '../../shared/calendar'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes, type Route } from '../../shared/routes'
import { sayDay, sayMoney, sayMonths } from './words'

const notice = (kind: NoticeKind, about: string, title: string, text: string, page: Route, where: string, at: Instant): Telling => ({
  ...{ kind, about, title, text, page },
  fields: { what: title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where, note: '点开看一看' },
})

interface Paid {
  _id: string
  months: readonly string[]
  fen: number
  on: DateText
  branchName: string
  byName?: string | undefined
}

/** The receipt, to the person. */
export const receiptNotice = ({ _id, months, fen, on, branchName, byName }: Paid, at: Instant): Telling =>
  notice(
    'dues-news',
    _id,
    `收到您的党费${sayMoney(fen)}`,
    `${branchName}${sayDay(on)}收到${byName === undefined ? '您' : `${byName}替您`}交的${sayMonths(months)}党费，共${sayMoney(fen)}。`,
    routes.myDues(),
    branchName,
    at,
  )

/** The thanks for a voluntary payment. */
export const specialNotice = ({ _id, fen, on, branchName }: Paid, at: Instant): Telling =>
  notice(
    'dues-news',
    _id,
    `收到您自愿多交的党费${sayMoney(fen)}`,
    `${branchName}${sayDay(on)}收到您自愿多交的党费${sayMoney(fen)}，全部上缴中央，收据由中央组织部开给您，谢谢您。`,
    routes.myDues(),
    branchName,
    at,
  )

/** To the person: a payment that was written down was taken back. */
export const undoneNotice = ({ _id, months, fen, branchName }: Paid, reason: string, at: Instant): Telling =>
  notice(
    'dues-news',
    `${_id}:undone`,
    '有一笔党费记错了，已经冲销',
    `${branchName}把${months.length === 0 ? '自愿多交' : sayMonths(months)}的一笔党费${sayMoney(Math.abs(fen))}冲销了：${reason}。有疑问请问支部书记。`,
    routes.myDues(),
    branchName,
    at,
  )

/** To the person, gently: these months are open. Once for a month in which it is said. */
export const arrearsNotice = (months: readonly string[], fen: number, branch: { name: string }, month: string, at: Instant): Telling =>
  notice(
    'dues-due',
    month,
    '请您方便的时候交一下党费',
    `${sayMonths(months)}的党费还没有记到，共${sayMoney(fen)}。您可以交现金或者转账，也可以请家里人代交；已经交了的，告诉支部书记一声就好。`,
    routes.myDues(),
    branch.name,
    at,
  )

/** To the secretary: a person or their family says that they paid. */
export const toldNotice = (paid: Paid & { name: string; branchId: string; way: 'cash' | 'transfer' }, at: Instant): Telling =>
  notice(
    'dues-desk',
    paid._id,
    `${paid.name}说交了党费${sayMoney(paid.fen)}`,
    `${paid.byName === undefined ? '本人' : paid.byName}说${sayDay(paid.on)}交了${sayMonths(paid.months)}的党费，请核对以后确认。`,
    routes.dues(),
    paid.branchName,
    at,
  )
