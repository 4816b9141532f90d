import type { Base, PaidMonth, Relief } from '../../../../core/means/dues/rules'
import type { Way } from '../../../../core/means/dues/words'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/** What decides about a person's dues, wherever they belong; `_id` is the person. Which months are paid stands here alone. */
export interface DuesAccount {
  _id: string
  bases: Base[]
  reliefs: Relief[]
  paid: PaidMonth[]
  /** Payments that this row decided about and that may not be in the book yet. */
  pending: DuesPayment[]
  /** Payments that were taken back last: the same command sent again does not bring them back. */
  undone: string[]
  /** When the timer looks whether they are to be reminded of what is open. */
  remindAt?: Instant
  /** When they were reminded last, by the timer or by their secretary. */
  remindedOn?: DateText
  version: number
}
export const DuesAccounts = collection('dues-accounts', {
  indexes: [by('pending', 'pending.at', '_id'), by('remind', 'remindAt', '_id')],
  // What a person lives on is theirs; that they paid stays in the book of the branch.
  fates: { died: 'kept', left: 'kept', withdrew: 'erased', transferred: 'kept' },
  succession: 'none',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<DuesAccount>()

/** A payment of dues, or the reversal of one (then `fen` is below nothing). It stays with the branch where it was made. */
export interface DuesPayment {
  _id: string
  memberId: string
  name: string
  branchId: string
  branchName: string
  path: string
  months: string[]
  fen: number
  on: DateText
  way: Way
  at: Instant
  /** Who noted it. */
  notedBy: { memberId: string | null; name: string }
  byName?: string
  told?: true
  special?: true
  /** The payment that this one takes back, and why. */
  reverses?: string
  reason?: string
  /** The payment that took this one back, and why. */
  reversedBy?: string
  undone?: string
  /** The command by which it was noted, with others or alone. */
  commandId: string
}
export const DuesPayments = collection('dues-payments', {
  indexes: [by('branch', 'branchId', 'on', '_id'), by('person', 'memberId', 'at', '_id'), by('path', 'path', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: moves(['memberId']),
}).of<DuesPayment>()
