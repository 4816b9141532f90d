import type { FoundingState } from '../../../../core/people/foundings/rules'
import type { BranchKind } from '../../../../core/people/organizations/branch-kinds'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** An application for a branch; `_id` is the command that wrote it, and of the branch that it founds. */
export interface Founding {
  _id: string
  /** The organization that applied. */
  orgId: string
  orgName: string
  /** Where the branch is to stand; `path` is of this one: its officers answer. */
  underId: string
  underName: string
  path: string
  /** Every organization over one of the two, and they: on their lists it stands. */
  scopes: string[]
  name: string
  branchKind: BranchKind
  units: string[]
  members: number
  reason: string
  state: FoundingState
  /** It waits for an answer or to be filed. */
  open: boolean
  on: DateText
  at: Instant
  by: Actor
  dueOn: DateText
  /** When street and bureau are to hear that it is late; removed once they have, or it is answered. */
  chaseAt?: Instant
  answeredOn?: DateText
  answeredBy?: Actor
  documentNo?: string
  words?: string
  filed?: { documentNo: string; on: DateText; by: Actor }
  /** Since when the founding of the branch is left for the timer; removed when it is done. */
  dueAt?: Instant
}
/** Those of the organization that applied who apply, and take it back. */
export const applicants = ['secretary', 'street', 'bureau'] as const
/** The path of the organization that applied: a branch beside which the new one is to stand, or the one under which it is. */
export const appliedFrom = ({ orgId, underId, path }: Pick<Founding, 'orgId' | 'underId' | 'path'>): string =>
  orgId === underId ? path : `${path}${orgId}/`

export const Foundings = collection('foundings', {
  indexes: [
    by('listed-open', 'scopes', 'open', 'dueOn', '_id'),
    by('listed-ended', 'scopes', 'open', 'at', '_id'),
    by('chase', 'chaseAt'),
    by('due', 'dueAt'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<Founding>()
