import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** A training held elsewhere, with those who were there. */
export interface Training {
  _id: string
  orgId: string
  path: string
  title: string
  place: string
  from: DateText
  to: DateText
  halfDays: number
  people: { memberId: string; name: string }[]
  createdBy: Actor
  createdAt: Instant
  /** It was recorded by mistake: it names no one any more, and stands on no list. */
  removedAt?: Instant
}
export const Trainings = collection('trainings', {
  indexes: [by('org', 'orgId', 'from', '_id'), by('people', 'people.memberId', 'from')],
  fates: stays,
  takeover: moves(['people.memberId'], { once: { people: ['memberId'] } }),
  succession: 'goes',
}).of<Training>()
