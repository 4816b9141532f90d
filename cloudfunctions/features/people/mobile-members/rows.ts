import { dueAfter, reminders, remindsOn, type Reminder } from '../../../../core/people/mobile-members/rules'
import { instantOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Organizations, type Member } from '../documents'
import { regulationsFor } from '../regulations/book'
import { MobileMembers, type MobileMember } from './documents'

/** As many contacts and stays as a row keeps. */
export const KEPT = 40

/** What a secretary is told next of a contact that is due on that day. */
const reminding = (dueOn: DateText, reminder: Reminder) => ({
  reminder,
  remindAt: wakingFrom(instantOf(remindsOn(dueOn, reminder), '09:00')),
})

/** The clock of the next contact, after the branch had word on that day. */
export const clockAfter = async (store: Store, member: Pick<Member, 'branchId' | 'path'>, word: DateText, from: DateText) => {
  const [book, branch] = await Promise.all([regulationsFor(store, member.path), store.table(Organizations).get(member.branchId)])
  const dueOn = dueAfter(word, from, book.number('mobile.contact-months', { on: word, branchKind: branch?.branchKind }))
  return { dueOn, ...reminding(dueOn, 'ahead') }
}

/** The clock once a reminder was given; after the last there is none until the branch has word. */
export const clockBehind = ({ dueOn, reminder }: Pick<MobileMember, 'dueOn' | 'reminder'>) => {
  const next = reminder === undefined ? undefined : reminders[reminders.indexOf(reminder) + 1]
  return next === undefined ? { unset: ['reminder', 'remindAt'] as const } : { set: reminding(dueOn, next) }
}

/** Changes a row as it stands, again where others were faster; null where there is none, or `next` says that nothing changes. */
export const changeAway = (
  { store }: Pick<Ports, 'store'>,
  memberId: string,
  next: (row: MobileMember) => MobileMember | null,
): Promise<MobileMember | null> => {
  const table = store.table(MobileMembers)
  return settle(async () => {
    const row = await table.get(memberId)
    const changed = row && next(row)
    if (!row || !changed) return null
    const after = { ...changed, version: row.version + 1 }
    return (await table.swap(row, after)) ? after : undefined
  })
}
