import type { Reminded } from '../../../../core/life/public'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** What was said of a remedy, with photos that show it. `commandId`: sent again, it is the same word. */
export interface Proof {
  commandId: string
  at: Instant
  by: Actor
  note: string
  photoFileIds: string[]
}

/** What a branch has to put right (P60). */
export interface Remedy {
  _id: string
  branchId: string
  branchName: string
  path: string
  /** The organizations on whose lists it stands. */
  scopes: string[]
  problem: string
  target: string
  measure: string
  /** Null where they are there no more; the name stays. */
  ownerId: string | null
  ownerName: string
  /** The owner, by which they find it. */
  party: string[]
  dueOn: DateText
  /** The rule of an assessment that asks for it. */
  ruleId?: string
  open: boolean
  doneOn?: DateText
  /** Where it stands in a list (`placeOf`). */
  place: string
  reports: Proof[]
  done?: Proof
  reopened: { commandId: string; at: Instant; by: Actor; reason: string }[]
  /** What was said last of the day in `dueOn`; and when there is something to say next. */
  reminded?: Reminded
  remindOn?: DateText
  createdBy: Actor
  createdAt: Instant
  version: number
}
export const Remedies = collection('remedies', {
  indexes: [
    by('list', 'scopes', 'place', '_id'),
    by('open', 'scopes', 'open', 'dueOn', '_id'),
    by('owner', 'ownerId', 'place', '_id'),
    by('branch', 'branchId', 'place', '_id'),
    by('remind', 'remindOn', '_id'),
  ],
  fates: everywhere('released'),
  takeover: moves(['ownerId'], { once: { party: [] }, version: 'version' }),
  succession: 'goes',
}).of<Remedy>()
