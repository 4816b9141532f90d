import { moves, movesAndMeets } from '../../../kernel/takeover'
import type { Care, CareSettings } from '../../../../core/care/special-care/rules'
import type { VisitSign } from '../../../../core/care/visits/signs'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** One elder in special care (P43); `_id` is the member's id. An elder who leaves special care keeps the row, with their last contacts. */
export interface CareContact extends Care {
  _id: string
  name: string
  branchId: string
  groupId: string | null
  groupName?: string
  /** The organizations on whose lists it stands, from the top to the group; none after the elder left. */
  lists: string[]
  /** The order on the lists: by the instant from which it is late. */
  rank: number
  on: boolean
  version: number
}
export const CareContacts = collection('care-contacts', {
  indexes: [by('due', 'lists', 'rank', '_id'), by('branch', 'branchId', '_id'), by('look', 'lookAt', '_id')],
  fates: { ...everywhere('released'), withdrew: 'kept' },
  succession: 'goes',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<CareContact>()

/** One call or visit, or an attempt; `_id` is the command's id or another natural key. */
export interface CareEntry {
  _id: string
  memberId: string
  by: 'call' | 'visit'
  reached: boolean
  note: string
  at: Instant
  /** The hour that the phone said, where it cannot be true. */
  said?: Instant
  who: string
  /** Words of a telephone call that are to bring a visitor (P42); removed once a visit is raised for them. */
  visitSigns?: VisitSign<Actor>[]
}
export const CareLog = collection('care-log', {
  indexes: [by('member', 'memberId', 'at', '_id'), by('signs', 'visitSigns.at')],
  fates: stays,
  succession: 'none',
  takeover: moves(['memberId']),
}).of<CareEntry>()

/** When a branch's roster is next looked through for elders who enter or leave; `_id` is the branch's id. */
export interface CarePlan {
  _id: string
  path: string
  due: Instant
  /** Grows with each change, so that a change during the look is not lost. */
  marks: number
}
export const CarePlans = collection('care-plans', {
  indexes: [by('due', 'due'), by('path', 'path')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<CarePlan>()

/** The settings of one organization, for itself and everything below it. */
export interface StoredCareSettings extends CareSettings {
  _id: string
  name: string
  by: Actor
  at: Instant
}
export const AllCareSettings = collection('care-settings', { fates: stays, succession: 'stays', takeover: 'none' }).of<StoredCareSettings>()
