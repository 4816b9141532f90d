import type { Pledged } from '../../../../core/care/pledges/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** Something that a partner unit did; `id` is the activity, else the command, so that it counts once. */
export interface PledgeAct {
  id: string
  on: DateText
  /** The activity's title, else what was said. */
  note: string
  activityId?: string
  by: Actor
  at: Instant
}

/** What a partner unit promised a branch (P24), with all that was done of it. */
export interface Pledge extends Pledged {
  _id: string
  partnerId: string
  branchId: string
  path: string
  /** The organizations on whose lists it stands. */
  scopes: string[]
  what: string
  acts: PledgeAct[]
  endReason?: string
  /** The day of the last reminder; and when the next one is given. */
  toldOn: DateText
  remindAt?: Instant
  createdBy: Actor
  /** Grows with every change. */
  version: number
}
export const Pledges = collection('pledges', {
  indexes: [by('listed', 'scopes', '_id'), by('partner', 'partnerId', '_id'), by('branch', 'branchId', '_id'), by('remind', 'remindAt')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<Pledge>()
