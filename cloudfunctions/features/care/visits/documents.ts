import { movesAndMeets } from '../../../kernel/takeover'
import type { VisitWay } from '../../../../core/care/visits/kinds'
import type { Planned } from '../../../../core/care/visits/plan'
import type { VisitSettings as Settings } from '../../../../core/care/visits/settings'
import type { VisitSign } from '../../../../core/care/visits/signs'
import type { YearOverride } from '../../../../core/shared/almanac/overrides'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { RequestKind } from '../../../../core/shared/request-kinds'
import { by, collection, type Row } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** How a visit went; written once, together with the change of the visit's state. */
export interface VisitRecord {
  at: Instant
  /** The hour by the clock of the phone it was told on, by which the same telling is known again. */
  phoneAt?: Instant
  /** The hour that the phone said, where it cannot be true. */
  said?: Instant
  by: VisitWay
  note: string
  brought: string
  found: string
  photoFileIds: string[]
  voiceFileId?: string
  needs: { kind: RequestKind; text: string; voiceFileId?: string }[]
  /** The requests that the needs became. */
  requestIds: string[]
  actor: Actor
  recordedAt: Instant
  commandId: string
}

/** A correction of a record; the former record is kept. */
export interface VisitCorrection {
  at: Instant
  by: Actor
  why: string
  before: VisitRecord
  /** It had not been a visit after all. */
  withdrawn: boolean
  commandId: string
}

/** One visit that an elder is owed (P42); `_id` is `<member>:<rule>:<period>`, so that planning twice plans it once. */
export interface Visit extends Planned {
  branchId: string
  year: number
  /** The elder's organizations from the top to the group. */
  scopes: string[]
  /** Who takes part, for rights: the assignee. */
  party: string[]
  /** Why it was raised and by which actor, where the calendar does not owe it. */
  raised?: { why: string; by: Actor; at: Instant; requestId?: string }
  record?: VisitRecord
  corrections?: VisitCorrection[]
  /** Words of a telephone call that are to bring a visitor; removed once a visit is raised for them. */
  visitSigns?: VisitSign<Actor>[]
  /** When the assignee is told; removed afterwards. */
  tellAt?: Instant
  /** Since when the follow-up of the record or its correction may be unfinished. */
  settleAt?: Instant
  /** Grows with every change. */
  version: number
}
export const Visits = collection('visits', {
  indexes: [
    by('branch', 'branchId', 'year', '_id'),
    by('due', 'scopes', 'closes', '_id'),
    by('season', 'scopes', 'season', 'state', '_id'),
    by('assignee', 'assigneeId', 'state', 'closes', '_id'),
    by('elder', 'memberId', 'closes', '_id'),
    by('seen', 'memberId', 'state', 'record.at', '_id'),
    by('tell', 'tellAt'),
    by('settle', 'settleAt'),
    by('signs', 'visitSigns.at'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: movesAndMeets(['memberId', 'assigneeId'], { once: { party: [] }, version: 'version' }),
}).of<Visit>()

/** The plan of a branch for a year; `_id` is `<branch>:<year>`. Its rows are visits. */
export interface VisitPlan {
  _id: string
  branchId: string
  path: string
  year: number
  /** Members or days changed since this instant: to be planned again. */
  due?: Instant
  /** Grows with every such change, so that a change during planning is not lost. */
  marks: number
  plannedAt: Instant | null
  /** Were the year's days off known when it was planned? */
  known: boolean
  /** Elders whose birthday is not known to the month: they get no birthday visit. */
  birthdaysUnknown: { memberId: string; name: string }[]
  /** When the secretary is next told who is missing from a festival. */
  warnAt?: Instant
}
export const VisitPlans = collection('visit-plans', {
  indexes: [by('branch', 'branchId', 'year'), by('due', 'due'), by('warn', 'warnAt')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<VisitPlan>()

/** The progress of the daily round over all branches, which opens the plans of a year. */
export interface PlanRound {
  _id: 'round'
  /** The path of the last organization looked at. */
  after: string
  /** The date of the last finished round. */
  doneFor: DateText | null
  /** The round marks every plan to be made again, because days off changed. */
  all: boolean
}
export const PlanRounds = collection('visit-rounds', { fates: stays, succession: 'none', takeover: 'none' }).of<PlanRound>()

/** An organization's overrides of a year's days; `_id` is `<organization>:<year>`. Holds for everything below it. */
export interface CalendarOverride extends YearOverride {
  _id: string
  orgId: string
  by: Actor
  at: Instant
}
export const CalendarOverrides = collection('calendar-overrides', {
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<CalendarOverride>()

/** An organization's settings of visits; they hold for everything below it that has none of its own. */
export interface VisitSettings extends Settings {
  _id: string
  name: string
  by: Actor
  at: Instant
}
export const AllVisitSettings = collection('visit-settings', { fates: stays, succession: 'stays', takeover: 'none' }).of<VisitSettings>()

/** A row whose words may tell of an elder's illness or need. */
export interface SignedRow extends Row {
  memberId: string
  /** A cancelled request tells nothing any more. */
  state?: string
  visitSigns?: VisitSign<Actor>[]
}
