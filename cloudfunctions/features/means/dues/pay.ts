import type { dues as contract } from '../../../../core/means/dues/contract'
import { receiptNotice, specialNotice, toldNotice, undoneNotice } from '../../../../core/means/dues/notices'
import {
  alreadyPaid,
  dueIn,
  faultIn,
  KEPT_MONTHS,
  monthAfter,
  monthOfDate,
  sharesOf,
  withoutOld,
  withPaid,
} from '../../../../core/means/dues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { secretariesOf, Members, type Member } from '../../people/public'
import type { Actor } from '../../../kernel/identity'
import { noteAudit } from '../../../kernel/audit'
import { tellEach } from '../../../kernel/tell'
import type { Handlers } from '../use-case'
import { bookPayments, changeAccount } from './account'
import { type DuesAccount, DuesAccounts, type DuesPayment, DuesPayments } from './documents'
import { collecting, type Place } from './here'

type Noted = Pick<DuesPayment, '_id' | 'commandId' | 'months' | 'fen' | 'on' | 'way'>

/** More payments than are taken back of one person while a phone still sends one of them again. */
const MOST_UNDONE = 20
const withUndone = ({ undone }: DuesAccount, entryId: string): string[] => [...undone, entryId].slice(-MOST_UNDONE)

/** This command was decided about: it paid, or was taken back since. */
export const isDecided = ({ paid, undone }: DuesAccount, entryId: string): boolean =>
  paid.some(one => one.entryId === entryId) || undone.includes(entryId)

/** A payment as it stands in the book of that branch. */
export const paymentOf = (noted: Noted, { _id: memberId, name }: Member, { branch }: Place, by: Actor, at: number): DuesPayment => ({
  ...noted,
  ...{ memberId, name, branchId: branch._id, branchName: branch.name, path: branch.path, at },
  notedBy: { memberId: by.memberId, name: by.name },
})

export const pay: Handlers<Pick<typeof contract, 'dues.pay' | 'dues.undo' | 'dues.confirm' | 'dues.special'>> = {
  async 'dues.pay'({ memberId, months, fen, on, way = 'cash', byMemberId, byName }, context) {
    const { store, subject: member, people, actor, commandId, now, holds, fail, checkText } = context
    const office = holds(['secretary'], member.path)
    // Of others' dues no member hears anything; their own, and those of an elder they act for, they may tell of.
    if (!office && !people.some(one => one._id === memberId)) return fail('FORBIDDEN')
    const today = dateOf(now)
    const [place, seen, bringer, secretaries] = await Promise.all([
      collecting(store, member, now),
      store.table(DuesAccounts).get(memberId),
      byMemberId === undefined ? null : store.table(Members).get(byMemberId),
      office ? [] : secretariesOf(store, member),
      checkText(byName),
    ])
    if (byMemberId !== undefined && bringer?.branchId !== member.branchId) return fail('NOT_FOUND')
    if (!place) return fail('DUES_NOT_HERE')
    const { book } = place
    const sorted = [...months].sort()
    const fault = faultIn({ months: sorted, on, today, makeup: book.number('dues.makeup-months', { on }) })
    if (fault) return fail('INVALID_INPUT', { paths: [fault.path], message: fault.message })
    const helper = !office && actor.relation !== undefined ? actor.name : undefined
    const brought = bringer?.name ?? byName ?? helper
    const payment: DuesPayment = {
      ...paymentOf({ _id: commandId, commandId, months: sorted, fen, on, way }, member, place, actor, now),
      ...(brought === undefined ? {} : { byName: brought }),
      ...(office ? {} : { told: true as const }),
    }
    const { answer } = await changeAccount(store, seen, { memberId, branchId: place.branch._id }, today, row => {
      if (isDecided(row, commandId)) return { row, answer: null }
      const already = alreadyPaid(row, sorted)
      if (already.length > 0) return fail('DUES_PAID', { months: already })
      const shares = sharesOf(fen, sorted, month => dueIn(book, row, month))
      const paid = withoutOld(withPaid(row, commandId, sorted, shares, !office), today)
      return { row: { ...row, paid, pending: [...row.pending, payment] }, answer: payment }
    })
    // Taken back meanwhile, or in the book: adding it is no second payment.
    const telling = office ? receiptNotice(payment, now) : toldNotice(payment, now)
    const told = (office ? [memberId] : secretaries).map(one => ({ memberId: one, telling }))
    await Promise.all([bookPayments(context, [answer ?? payment]), tellEach(context, told), noteAudit(context, memberId, 'dues.paid')])
    return { entryId: commandId }
  },

  async 'dues.special'({ memberId, fen, on, way = 'transfer' }, context) {
    const { store, subject: member, actor, commandId, now, fail } = context
    const place = await collecting(store, member, now)
    if (!place) return fail('DUES_NOT_HERE')
    const leastFen = place.book.number('dues.special-yuan', { on }) * 100
    if (fen < leastFen) return fail('DUES_SPECIAL_TOO_LITTLE', { leastFen })
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'], message: '交党费的日子不能在今天以后' })
    const payment: DuesPayment = {
      ...paymentOf({ _id: commandId, commandId, months: [], fen, on, way }, member, place, actor, now),
      special: true,
    }
    await Promise.all([
      store.table(DuesPayments).add(payment),
      tellEach(context, [{ memberId, telling: specialNotice(payment, now) }]),
      noteAudit(context, memberId, 'dues.paid'),
    ])
    return { entryId: commandId }
  },

  async 'dues.undo'({ entryId, reason }, context) {
    const { store, subject, actor, commandId, now, fail, checkText } = context
    const { memberId } = subject
    if (subject.reverses !== undefined) return fail('INVALID_INPUT', { paths: ['entryId'], message: '这一笔本身就是冲销' })
    const _id = `${entryId}-r`
    if (subject.reversedBy !== undefined) return { entryId: _id }
    const today = dateOf(now)
    const earliest = monthAfter(monthOfDate(today), -KEPT_MONTHS)
    if (subject.months.some(month => month < earliest))
      return fail('INVALID_INPUT', { paths: ['entryId'], message: '太早的一笔，请和上级商量' })
    const [seen] = await Promise.all([store.table(DuesAccounts).get(memberId), checkText(reason)])
    const reversal: DuesPayment = {
      ...omit(subject, 'told'),
      ...{ _id, commandId, fen: -subject.fen, on: today, at: now, reverses: entryId, reason },
      notedBy: { memberId: actor.memberId, name: actor.name },
    }
    const { answer } = await changeAccount(store, seen, { memberId, branchId: subject.branchId }, today, row => {
      if (row.pending.some(one => one._id === _id)) return { row, answer: row.pending.filter(one => one._id === _id) }
      // Taken back already, and in the book; a voluntary payment stands for no month.
      if (subject.special !== true && !row.paid.some(one => one.entryId === entryId)) return { row, answer: [] }
      return {
        row: {
          ...row,
          paid: row.paid.filter(one => one.entryId !== entryId),
          pending: [...row.pending, reversal],
          undone: withUndone(row, entryId),
        },
        answer: [reversal],
      }
    })
    await Promise.all([
      bookPayments(context, answer),
      tellEach(context, [{ memberId, telling: undoneNotice(subject, reason, now) }]),
      noteAudit(context, memberId, 'dues.undone', entryId),
    ])
    return { entryId: _id }
  },

  async 'dues.confirm'({ entryId }, context) {
    const { store, subject, now } = context
    const { memberId } = subject
    if (subject.told !== true || subject.reversedBy !== undefined) return {}
    await changeAccount(store, await store.table(DuesAccounts).get(memberId), subject, dateOf(now), row => ({
      row: row.paid.some(one => one.entryId === entryId && one.told)
        ? { ...row, paid: row.paid.map(one => (one.entryId === entryId ? omit(one, 'told') : one)) }
        : row,
      answer: null,
    }))
    await Promise.all([
      store.table(DuesPayments).update({ _id: entryId }, { unset: ['told'] }),
      tellEach(context, [{ memberId, telling: receiptNotice(subject, now) }]),
    ])
    return {}
  },
}
