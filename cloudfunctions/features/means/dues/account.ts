import { grouped } from '../../../../core/shared/grouped'
import type { Ports } from '../../../kernel/ports'
import { changeOrAddSaying } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { markFunds } from '../funds/marks'
import { DuesAccounts, type DuesAccount, DuesPayments, type DuesPayment } from './documents'

/** The account of a person who has no row yet. */
const blankAccount = (memberId: string): DuesAccount => ({
  ...{ _id: memberId, bases: [], reliefs: [], paid: [] },
  ...{ pending: [], undone: [], version: 0 },
})

/** One change of an account by one conditional write, judged as it stands; a missing row is made. */
export const changeAccount = <T>(
  store: Store,
  seen: DuesAccount | null | undefined,
  memberId: string,
  decide: (row: DuesAccount) => { row: DuesAccount; answer: T },
): Promise<{ row: DuesAccount; answer: T }> => changeOrAddSaying(store.table(DuesAccounts), seen ?? null, blankAccount(memberId), decide)

/** Takes off accounts what is in the book. */
const takeOff = async (store: Store, payments: readonly DuesPayment[]): Promise<void> => {
  const accounts = store.table(DuesAccounts)
  const commands = [...new Set(payments.map(one => one.commandId))]
  await Promise.all(
    commands.map(commandId => {
      const people = payments.filter(one => one.commandId === commandId).map(one => one.memberId)
      return accounts.update({ _id: { in: people } }, { pull: { pending: { commandId } } })
    }),
  )
}

/**
 * Puts into the book what accounts have decided about, and takes it off there; twice is once. A reversal is noted with the payment it takes back. The figures of
 * the branches are counted again.
 */
export const bookPayments = async (ports: Pick<Ports, 'store' | 'now'>, payments: readonly DuesPayment[]): Promise<void> => {
  if (payments.length === 0) return
  const { store } = ports
  const table = store.table(DuesPayments)
  await Promise.all([
    table.addAll(payments),
    ...payments.flatMap(({ _id, reverses, reason = '' }) =>
      reverses === undefined ? [] : [table.update({ _id: reverses }, { set: { reversedBy: _id, undone: reason } })],
    ),
  ])
  await Promise.all([
    takeOff(store, payments),
    ...[...grouped(payments, one => one.branchId)].map(([branchId, some]) =>
      markFunds(
        ports,
        branchId,
        some.map(one => one.on),
      ),
    ),
  ])
}
