import { moves } from '../../kernel/takeover'
import type { Step } from '../../../core/departures/aftercare/steps'
import type { DateText, Instant } from '../../../core/shared/operation'
import { by, collection } from '../../kernel/collection'
import { stays } from '../../kernel/departures'
import type { Actor, Grant } from '../../kernel/identity'

/**
 * A death and its aftercare (善后, P34); `_id` is the member's id. Written first; everything that stops or is restored follows from this row,
 * by the command or, where that was cut off, by the timer.
 */
export interface Farewell {
  _id: string
  name: string
  branchId: string
  path: string
  /** The organizations on whose lists it stands; none after an undo. */
  lists: string[]
  /** `marked`: the death holds. `undone`: it was a mistake. */
  state: 'marked' | 'undone'
  diedOn: DateText
  toldBy: string
  markedBy: Actor
  markedAt: Instant
  /** Every command that marked it: repeated after an undo, it marks no one. */
  commands?: string[]
  undoUntil: Instant
  undoneBy?: Actor
  undoReason?: string
  /** Since when work is left for the timer; removed when all is done. */
  dueAt?: Instant
  /** Grows with each change of the state, so that work for a former state ends nothing. */
  round: number
  bereavedIds: string[]
  quietUntil: DateText
  /** The offices that were taken away, noted once, for an undo. */
  grants?: Grant[]
  /** The accounts that could act as the dead: their own and the family's. */
  openids?: string[]
  /** The activities whose queue they left, and when they had joined it. */
  signups?: { activityId: string; title: string; at: Instant; by: Actor }[]
  /** The shifts that went to the next in line. */
  shifts?: string[]
  /** Was a public card (亮身份) shown? */
  hadCard?: boolean
  checklist: Step[]
  /** Is a step of the checklist still to be done? */
  open: boolean
  /** When the owner of the next step whose day has passed is told; missing where there is none to tell. */
  remindAt?: Instant
  /** The steps whose owners were told, each with its day. */
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
  succession: 'goes',
  takeover: moves(['checklist.whoId'], { version: 'version' }),
}).of<Farewell>()
