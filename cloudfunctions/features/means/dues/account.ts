import { nextReminder } from '../../../../core/means/dues/reminders'
import type { DateText } from '../../../../core/shared/operation'
import { grouped } from '../../../../core/shared/grouped'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { changeOrAddSaying } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { markFunds } from '../funds/marks'
import { DuesAccounts, type DuesAccount, DuesPayments, type DuesPayment } from './documents'

/** Commands that are settled at a time. */
const AT_A_TIME = 20

/** The account of a person who has no row yet. */
const blankAccount = (memberId: string): DuesAccount => ({
  ...{ _id: memberId, bases: [], reliefs: [], paid: [] },
  ...{ pending: [], undone: [], version: 0 },
})

/** A person, and the branch where their dues are. */
interface Payer {
  memberId: string
  branchId: string
}

/** One change of an account by one conditional write, judged as it stands; a missing row is made. */
export const changeAccount = <T>(
  store: Store,
  seen: DuesAccount | null | undefined,
  { memberId, branchId }: Payer,
  today: DateText,
  decide: (row: DuesAccount) => { row: DuesAccount; answer: T },
): Promise<{ row: DuesAccount; answer: T }> =>
  changeOrAddSaying(store.table(DuesAccounts), seen ?? null, blankAccount(memberId), before => {
    const { row, answer } = decide(before)
    // With a base the timer looks at it once a quarter.
    const looks = row !== before && row.remindAt === undefined && row.bases.length > 0
    return { row: looks ? { ...row, remindAt: nextReminder(today, branchId) } : row, answer }
  })

/** Notes with the payments that these take back that they are taken back. */
const noteReversals = (store: Store, payments: readonly DuesPayment[]): Promise<unknown> =>
  Promise.all(
    payments.flatMap(({ _id, reverses, reason = '' }) =>
      reverses === undefined ? [] : [store.table(DuesPayments).update({ _id: reverses }, { set: { reversedBy: _id, undone: reason } })],
    ),
  )

/**
 * Puts into the book what accounts have decided about; twice is once. The figures of the branches are counted again. What is in the book is taken off the accounts by
 * the timer, which no tap waits for.
 */
export const bookPayments = async (ports: Pick<Ports, 'store' | 'now'>, payments: readonly DuesPayment[]): Promise<void> => {
  if (payments.length === 0) return
  const { store } = ports
  const marked = [...grouped(payments, one => one.branchId)].map(([branchId, some]) =>
    markFunds(
      ports,
      branchId,
      some.map(one => one.on),
    ),
  )
  await Promise.all([store.table(DuesPayments).addAll(payments), noteReversals(store, payments), ...marked])
}

/** Takes off accounts what is in the book, once what is not there yet was put into it. */
export const settlePayments = async (ports: Pick<Ports, 'store' | 'now'>, payments: readonly DuesPayment[]): Promise<void> => {
  if (payments.length === 0) return
  const { store } = ports
  const there = new Set((await store.table(DuesPayments).getMany(payments.map(one => one._id))).map(one => one._id))
  await bookPayments(
    ports,
    payments.filter(one => !there.has(one._id)),
  )
  await noteReversals(
    store,
    payments.filter(one => there.has(one._id)),
  )
  const accounts = store.table(DuesAccounts)
  await inGroups([...grouped(payments, one => one.commandId)], AT_A_TIME, ([commandId, some]) =>
    accounts.update({ _id: { in: some.map(one => one.memberId) } }, { pull: { pending: { commandId } } }),
  )
}
