import type { WishKind, WishState } from '../../../../core/help/wishes/kinds'
import type { WishNewsKind } from '../../../../core/help/wishes/notices'
import type { Step } from '../../../../core/help/wishes/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'
import type { Engagement } from '../../people/public'

/** Who has to be told what of which version; a caller who is cut off before telling leaves it to the timer. */
export interface WishNews {
  kind: WishNewsKind
  memberIds: string[]
  by: string
  version: number
}

export interface WishPlan {
  on: DateText
  startsAt: Instant
  endsAt: Instant
  people: { memberId: string; name: string; part: string }[]
  steps: Step[]
  vehicle?: string
  carId?: string
  papers: string[]
}

/** A wish or an escort of an elder (P31). */
export interface Wish {
  _id: string
  memberId: string
  name: string
  branchId: string
  path: string
  /** The organizations on the path of the elder, whose officers list it. */
  scopes: string[]
  /** The elder, and while it is open those named: it finds it, and lets those named in for as long as they have it to do. */
  party: string[]
  kind: WishKind
  text: string
  on?: DateText
  state: WishState
  open: boolean
  raisedBy: Actor
  raisedAt: Instant
  plan?: WishPlan
  /** A row for each amount, as a ledger reads them. */
  costs: { costId: string; what: string; fen: number; by: Actor; at: Instant }[]
  note: string
  photoFileIds: string[]
  doneAt?: Instant
  reason: string
  news: WishNews[]
  /** When those named are reminded. */
  remindAt?: Instant
  /** When the timer looks at it next. */
  lookAt?: Instant
  /** Grows with every change. */
  version: number
}
export const Wishes = collection('wishes', {
  indexes: [
    by('elder', 'memberId', 'raisedAt', '_id'),
    by('party', 'party', 'open', '_id'),
    by('named', 'plan.people.memberId', '_id'),
    by('list', 'scopes', 'open', 'raisedAt', '_id'),
    by('done', 'scopes', 'doneAt', '_id'),
    by('look', 'lookAt'),
  ],
  fates: everywhere('released'),
  takeover: moves(['memberId', 'plan.people.memberId'], { once: { party: [] }, version: 'version' }),
  succession: 'goes',
}).of<Wish>()

/** A car as far as escorts need it: when it is taken up. `_id` is what it is known by (`carOf`). */
export interface Car {
  _id: string
  engaged: Engagement[]
  engagedSeq: number
}
export const Cars = collection('cars', { fates: stays, takeover: 'none', succession: 'stays' }).of<Car>()
