import { saysMore } from '../../../../core/service/musters/rules'
import type { Meeting } from '../../../kernel/takeover'
import type { MusterCall } from './documents'

/** A person who was called under both records stands once, with what says more. */
export const musterCallsMeet: Meeting<MusterCall> = {
  join: (mine, other) => (saysMore(other, mine) ? { ...other, _id: mine._id, memberId: mine.memberId, name: mine.name } : mine),
}
