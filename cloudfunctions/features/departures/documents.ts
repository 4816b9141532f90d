import type { Step } from '../../../core/departures/aftercare/steps'
import type { DateText, Instant } from '../../../core/shared/operation'
import { by, collection } from '../../kernel/collection'
import { stays } from '../../kernel/departures'
import type { Actor, Grant } from '../../kernel/identity'

/**
 * A death and what follows from it (善后, P34); `_id` is the member's id. Written first of all: whatever then has to stop, or to begin again, is
 * done by this row, by whoever marked it or, where they were cut off, by the timer.
 */
export interface Farewell {
  _id: string
  name: string
  branchId: string
  path: string
  /** Organizations on whose lists it stands; none where it was taken back. */
  lists: string[]
  /** `marked`: the death stands. `undone`: it was a mistake. */
  state: 'marked' | 'undone'
  diedOn: DateText
  toldBy: string
  markedBy: Actor
  markedAt: Instant
  /** Every command that marked it: sent again after it was taken back, it marks nobody. */
  commands?: string[]
  undoUntil: Instant
  undoneBy?: Actor
  undoReason?: string
  /** The work that is left; the timer takes it up. Gone when all is done. */
  dueAt?: Instant
  /** Grows with each change of the state, so that work for an older one ends nothing. */
  round: number
  bereavedIds: string[]
  quietUntil: DateText
  /** What was taken away, to be given back. Kept when it is taken, once. */
  grants?: Grant[]
  /** Accounts that could act as the dead: their own and their family's. */
  openids?: string[]
  /** Activities whose queue they left, with when they had come into it. */
  signups?: { activityId: string; title: string; at: Instant; by: Actor }[]
  /** Shifts that were given to the next in line. */
  shifts?: string[]
  /** A public card (亮身份) was out. */
  hadCard?: boolean
  checklist: Step[]
  /** Something on the checklist is not done yet. */
  open: boolean
  /** When the owner of the next step whose day has passed is told; gone where nobody is to be told. */
  remindAt?: Instant
  /** The steps that were told of, each with its day. */
  reminded?: string[]
  /** Grows with every change of the checklist. */
  version: number
}
export const Farewells = collection('aftercare', {
  indexes: [
    by('list', 'lists', 'markedAt', '_id'),
    by('open', 'lists', 'open'),
    by('steps', 'checklist.whoId', 'open'),
    by('due', 'dueAt'),
    by('remind', 'remindAt'),
  ],
  fates: stays,
}).of<Farewell>()
