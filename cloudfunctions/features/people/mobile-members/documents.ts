import type { ContactWay, Reminder } from '../../../../core/people/mobile-members/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import type { Actor } from '../../../kernel/identity'
import { movesAndMeets } from '../../../kernel/takeover'

/** A member who is away, or was (P07); `_id` is the member. Who is back keeps the row, on no list and without a clock. */
export interface MobileMember {
  _id: string
  name: string
  branchId: string
  branchName: string
  path: string
  /** The organizations on whose lists it stands, over the branch and over the one that takes them in; none of who is back. */
  scopes: string[]
  away: boolean
  from: DateText
  until?: DateText
  where: string
  reach: string
  host?: { branchId: string; name: string; path: string }
  setBy: Actor
  setAt: Instant
  /** When the branch had word, the latest last; the present stay's and those before. */
  contacts: { on: DateText; by: ContactWay; note: string; actor: Actor }[]
  /** By when it is to have word again. */
  dueOn: DateText
  /** What its secretary is told next, and from when on. */
  reminder?: Reminder
  remindAt?: Instant
  /** Stays that are over. */
  past: { from: DateText; until: DateText; where: string }[]
  version: number
}
export const MobileMembers = collection('mobile-members', {
  indexes: [by('listed', 'scopes', 'dueOn', '_id'), by('branch', 'branchId', '_id'), by('remind', 'remindAt')],
  fates: { died: 'released', left: 'released', withdrew: 'kept', transferred: 'released' },
  succession: 'goes',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<MobileMember>()
