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

/** How a visit went: written once, together with what it makes of the visit. */
export interface VisitRecord {
  at: Instant
  by: VisitWay
  note: string
  brought: string
  found: string
  photoFileIds: string[]
  voiceFileId?: string
  needs: { kind: RequestKind; text: string; voiceFileId?: string }[]
  /** The requests that the needs became, once they have. */
  requestIds: string[]
  actor: Actor
  recordedAt: Instant
  commandId: string
}

/** A record that was put right: what stood there before is kept. */
export interface VisitCorrection {
  at: Instant
  by: Actor
  why: string
  before: VisitRecord
  /** It had been no visit after all. */
  withdrawn: boolean
  commandId: string
}

/** One visit that somebody is owed (P42); its `_id` is `<member>:<rule>:<period>`, so that planning twice plans it once. */
export interface Visit extends Planned {
  branchId: string
  year: number
  /** The elder's organizations from the top to the group. */
  scopes: string[]
  /** Who takes part, as rights see it: the assignee. */
  party: string[]
  /** Why, and who said so, where no calendar did. */
  raised?: { why: string; by: Actor; at: Instant; requestId?: string }
  record?: VisitRecord
  corrections?: VisitCorrection[]
  /** Words of a telephone call that are to bring a visitor to the door; gone once a visit is raised of them. */
  visitSigns?: VisitSign<Actor>[]
  /** When the assignee is to be told; gone once they are. */
  tellAt?: Instant
  /** What follows from the record, or from its correction, may not have been done yet. */
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
}).of<Visit>()

/** The plan of a branch for a year; its `_id` is `<branch>:<year>`. Its rows are visits. */
export interface VisitPlan {
  _id: string
  branchId: string
  path: string
  year: number
  /** People or days changed since this instant: it is to be planned anew. */
  due?: Instant
  /** Grows with every such change, so that one which comes while it is being planned is not lost. */
  marks: number
  plannedAt: Instant | null
  /** Whether the year's days off were known when it was planned. */
  known: boolean
  /** Elders whose birthday is not known to the month: they get none. */
  birthdaysUnknown: { memberId: string; name: string }[]
  /** When the secretary is next to be told who is missing from a festival. */
  warnAt?: Instant
}
export const VisitPlans = collection('visit-plans', {
  indexes: [by('branch', 'branchId', 'year'), by('due', 'due'), by('warn', 'warnAt')],
  fates: stays,
}).of<VisitPlan>()

/** How far the round over all branches has come that opens the plans of a year. */
export interface PlanRound {
  _id: 'round'
  /** The path of the last organization looked at. */
  after: string
  /** The date for which the whole round was made. */
  doneFor: DateText | null
  /** The round asks for every plan anew: days off changed. */
  all: boolean
}
export const PlanRounds = collection('visit-rounds', { fates: stays }).of<PlanRound>()

/** What an organization says of a year's days; its `_id` is `<organization>:<year>`. Holds for everything below it. */
export interface CalendarOverride extends YearOverride {
  _id: string
  orgId: string
  by: Actor
  at: Instant
}
export const CalendarOverrides = collection('calendar-overrides', { fates: stays }).of<CalendarOverride>()

/** What an organization has settled about visits; holds for everything below it that has settled nothing itself. */
export interface VisitSettings extends Settings {
  _id: string
  name: string
  by: Actor
  at: Instant
}
export const AllVisitSettings = collection('visit-settings', { fates: stays }).of<VisitSettings>()

/** A row in which it may be said that an elder is ill or in need. */
export interface SignedRow extends Row {
  memberId: string
  /** A request that was taken back says nothing any more. */
  state?: string
  visitSigns?: VisitSign<Actor>[]
}
