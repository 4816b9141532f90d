import type { TransferState } from '../../../../core/people/memberships/letter'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection, unique } from '../../../kernel/collection'
import type { Fates } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { movesAndMeets } from '../../../kernel/takeover'

/** A letter by which a membership goes from one branch to another; `_id` is the command that wrote it. */
export interface Transfer {
  _id: string
  memberId: string
  name: string
  fromBranchId: string
  fromName: string
  /** Empty where it goes outside. */
  toBranchId: string
  toName: string
  /** It goes to an organization that is not in this system: `path` is that of the branch that wrote it, whose secretary enters the receipt. */
  outside?: true
  /** The day on which the person came back. */
  returnedOn?: DateText
  /** Where it goes; its officers, and those where it comes from, have to do with it. */
  path: string
  affiliates: { path: string }[]
  /** Every organization over one of the two branches, and the branches: on their lists it stands. */
  scopes: string[]
  state: TransferState
  open: boolean
  /** One open letter of a person: the member while it is open, the letter itself afterwards. */
  openKey: string
  reason: string
  letterNo?: string
  startedAt: Instant
  startedOn: DateText
  startedBy: Actor
  dueOn: DateText
  validUntil: DateText
  /** How many rungs have heard that it is late, and from when the next is to. */
  told: number
  climbAt?: Instant
  endedOn?: DateText
  endedBy?: Actor
  words?: string
  /** Since when work of its answer is left for the timer; removed when all is done. */
  dueAt?: Instant
}
const fates = { died: 'released', left: 'released', withdrew: 'kept', transferred: 'released' } as const satisfies Fates
export const Transfers = collection('transfers', {
  indexes: [
    by('listed', 'scopes', 'startedAt', '_id'),
    by('listed-open', 'scopes', 'open', 'startedAt', '_id'),
    by('member', 'memberId', 'open'),
    unique('one-open', 'openKey'),
    by('climb', 'climbAt'),
    by('due', 'dueAt'),
  ],
  fates,
  succession: 'goes',
  takeover: movesAndMeets(['memberId']),
}).of<Transfer>()
