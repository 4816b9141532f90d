import type { dues as contract } from '../../../../core/means/dues/contract'
import { arrearsNotice, receiptNotice } from '../../../../core/means/dues/notices'
import {
  arrearsOf,
  dueIn,
  faultIn,
  monthOfDate,
  noAccount,
  paidIn,
  sharesOf,
  withoutOld,
  withPaid,
} from '../../../../core/means/dues/rules'
import type { Way } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText, Output } from '../../../../core/shared/operation'
import { commandIdOf } from '../../../kernel/command'
import type { Actor } from '../../../kernel/identity'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { tellEach } from '../../../kernel/tell'
import type { Handlers } from '../use-case'
import { bookPayments, changeAccount } from './account'
import { DuesAccounts, type DuesPayment } from './documents'
import { type Place, placeOf } from './here'
import { isDecided, paymentOf } from './pay'
import { type Owing, owingIn } from './sheet'

type Left = Output<(typeof contract)['dues.collect']>['left'][number]

/** Accounts that are written at a time. */
const AT_A_TIME = 50

/** What one person brought. */
export interface Brought {
  owing: Owing
  months: readonly string[]
  /** What they owe of these months, unless a file says what came. */
  fen?: number
  on: DateText
  way: Way
}

/**
 * Notes payments of many people, each by one conditional write on their account; the months of each all or none. Sent again under the same command it finds what it
 * did.
 */
export const collectAll = async (
  ports: Ports & { actor: Actor },
  place: Place,
  command: string,
  brought: readonly Brought[],
): Promise<{ paid: DuesPayment[]; left: Left[] }> => {
  const { store, now, actor } = ports
  const today = dateOf(now)
  const paid: DuesPayment[] = []
  const left: Left[] = []
  await inGroups(brought, AT_A_TIME, async ({ owing: { member, account }, months, fen, on, way }) => {
    const { _id: memberId, name } = member
    const payer = { memberId, branchId: place.branch._id }
    const entryId = commandIdOf('dues.collect', memberId, command)
    const noted = (all: number) =>
      paymentOf({ _id: entryId, commandId: command, months: [...months], fen: all, on, way }, member, place, actor, now)
    const { answer } = await changeAccount<DuesPayment | Left['why'] | null>(store, account, payer, today, row => {
      if (isDecided(row, entryId)) {
        const was = row.paid.filter(one => one.entryId === entryId)
        // Taken back since, or noted for other months by the same list: nothing is noted now.
        const stands = months.every(month => was.some(one => one.month === month))
        return { row, answer: stands ? noted(was.reduce((total, one) => total + one.fen, 0)) : null }
      }
      if (months.some(month => paidIn(row, month))) return { row, answer: 'paid' }
      const due = (month: string) => dueIn(place.book, row, month)
      const all = fen ?? months.reduce((total, month) => total + due(month), 0)
      if (all === 0) return { row, answer: 'no-base' }
      const shares = sharesOf(all, months, due)
      const payment = noted(all)
      return {
        row: { ...row, paid: withoutOld(withPaid(row, entryId, months, shares, false), today), pending: [...row.pending, payment] },
        answer: payment,
      }
    })
    if (typeof answer === 'string') left.push({ memberId, name, why: answer })
    else if (answer) paid.push(answer)
  })
  // Each hears of what they paid.
  const receipts = paid.map(payment => ({ memberId: payment.memberId, telling: receiptNotice(payment, now) }))
  await Promise.all([bookPayments(ports, paid), tellEach(ports, receipts)])
  return { paid, left }
}

export const collect: Handlers<Pick<typeof contract, 'dues.collect' | 'dues.remind'>> = {
  async 'dues.collect'({ branchId, memberIds, months, on, way = 'cash' }, context) {
    const { store, subject: branch, commandId, now, fail, audit } = context
    const [place, owing] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId)])
    if (!place.collects) return fail('DUES_NOT_HERE')
    const sorted = [...months].sort()
    const fault = faultIn({ months: sorted, on, today: dateOf(now), makeup: place.book.number('dues.makeup-months', { on }) })
    if (fault) return fail('INVALID_INPUT', { paths: [fault.path], message: fault.message })
    const here = new Map(owing.map(one => [one.member._id, one]))
    const wanted = [...new Set(memberIds)]
    const brought = wanted.flatMap((memberId): Brought[] => {
      const one = here.get(memberId)
      return one ? [{ owing: one, months: sorted, on, way }] : []
    })
    const { paid, left } = await collectAll(context, place, commandId, brought)
    for (const { memberId } of paid) audit(memberId, 'dues.paid')
    const elsewhere = wanted.filter(one => !here.has(one)).map((memberId): Left => ({ memberId, name: '', why: 'not-here' }))
    return { paid: paid.length, fen: paid.reduce((total, one) => total + one.fen, 0), left: [...left, ...elsewhere] }
  },

  async 'dues.remind'({ branchId, memberIds }, context) {
    const { store, subject: branch, now } = context
    const [{ book }, owing] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId)])
    const today = dateOf(now)
    const asked = new Set(memberIds)
    const tellings = owing.flatMap(({ member, account = noAccount }) => {
      const months = asked.has(member._id) ? arrearsOf(book, account, today) : []
      if (months.length === 0) return []
      const fen = months.reduce((total, month) => total + dueIn(book, account, month), 0)
      return [{ memberId: member._id, telling: arrearsNotice(months, fen, branch, monthOfDate(today), now) }]
    })
    const told = tellings.map(one => one.memberId)
    const noted = { set: { remindedOn: today }, inc: { version: 1 } }
    await Promise.all([
      tellEach(context, tellings),
      told.length === 0 ? undefined : store.table(DuesAccounts).update({ _id: { in: told } }, noted),
    ])
    return { told: told.length }
  },
}
