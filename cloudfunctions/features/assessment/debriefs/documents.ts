import type { ShownFigure } from '../../../../core/assessment/debriefs/figures'
import type { DebriefGrade } from '../../../../core/assessment/debriefs/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** What a secretary wrote of the year. */
interface Written {
  sections: { title: string; text: string }[]
  at: Instant
  by: Actor
}

/** The debrief of a branch of a year (P61); `_id` is `<branch>:<year>`, so that there is one. */
export interface Debrief extends Written {
  _id: string
  branchId: string
  branchName: string
  path: string
  scopes: string[]
  year: number
  /** The command that handed it in: sent again, it is the same. */
  commandId: string
  /** What the system counted when it was handed in. */
  figures: ShownFigure[]
  /** Handed in before, the earliest first. */
  earlier: Written[]
  /** What those above said, the earliest first; the last one holds. */
  reviews: { commandId: string; at: Instant; by: Actor; grade: DebriefGrade; words: string }[]
  version: number
}
export const Debriefs = collection('debriefs', {
  indexes: [by('branch', 'branchId', 'year'), by('listed', 'scopes', 'year', '_id')],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<Debrief>()

/** Telling the branches of a year that debriefs begin; `_id` is the year. */
export interface DebriefSeason {
  _id: string
  /** The path of the last organization that was looked at. */
  after: string
  /** All were told. */
  over: boolean
}
export const DebriefSeasons = collection('debrief-seasons', { fates: stays, takeover: 'none', succession: 'none' }).of<DebriefSeason>()
