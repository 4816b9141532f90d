import type { Gap } from '../../../../core/service/stations/duty'
import type { StationKind } from '../../../../core/service/stations/hours'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection, near } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { StoredPoint } from '../../../kernel/geo'
import type { Actor } from '../../../kernel/identity'
import type { Marked } from '../../../kernel/marks'
import { moves } from '../../../kernel/takeover'

/** A station or one of its points (P21). Who is on duty stands in the posts of its months; what of that is written here is worked out from them. */
export interface Station extends Marked {
  orgId: string
  path: string
  /** As rights see it: every member may look at it. */
  audience: 'open'
  kind: StationKind
  name: string
  address: string
  point: StoredPoint
  phone?: string
  hours: { from: string; to: string }
  days: number[]
  closedOn: DateText[]
  teamIds: string[]
  need: number
  /** What the printed code at its door says. */
  code: string
  state: 'open' | 'closed'
  createdBy: Actor
  createdAt: Instant
  /** Who is on duty on the next days. */
  shown: { date: DateText; people: { memberId: string; name: string }[] }[]
  /** Days of the coming week that lack people, the first of them, and the organizations on whose lists it stands for that. */
  gaps: Gap[]
  gapOn?: DateText
  flagged: string[]
  /** Until when sign-ins are settled. */
  settledUntil?: Instant
}
export const Stations = collection('stations', {
  indexes: [
    by('organization', 'orgId', '_id'),
    by('open', 'state', 'path', '_id'),
    by('code', 'code'),
    by('due', 'due'),
    by('gaps', 'flagged', 'gapOn', '_id'),
    near('near', 'point', 'state'),
  ],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<Station>()

/** A word that was left at a station, for those who run it. */
export interface StationWord {
  _id: string
  stationId: string
  stationName: string
  path: string
  /** The organizations on whose lists it stands. */
  scopes: string[]
  memberId: string
  by: Actor
  text: string
  at: Instant
  answered: boolean
  answer?: { text: string; by: Actor; at: Instant; commandId: string }
}
export const StationWords = collection('station-words', {
  indexes: [by('desk', 'scopes', 'answered', 'at', '_id'), by('member', 'memberId', '_id')],
  fates: { ...stays, withdrew: 'erased' },
  takeover: moves(['memberId']),
  succession: 'goes',
}).of<StationWord>()
