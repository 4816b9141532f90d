import type { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import { isLate } from '../../../../core/voice/suggestions/rules'
import type { DateText, Output } from '../../../../core/shared/operation'
import type { Suggestion, SuggestionStep } from './documents'

type Shown = Output<(typeof contract)['suggestion.similar']>['items'][number]
type Item = Output<(typeof contract)['suggestion.list']>['items'][number]

/** A suggestion as other members see it: without its proposer. */
export const shownOf = ({ _id, text, at, state, topic, joined }: Suggestion): Shown => ({
  ...{ suggestionId: _id, text, at, state, joined: joined.length },
  ...(topic === undefined ? {} : { topic }),
})

/** A step as the proposer reads it. */
export const stepOf = ({ at, state, words, unit, dueOn }: SuggestionStep) => ({
  ...{ at, state, words },
  ...(unit === undefined ? {} : { unit }),
  ...(dueOn === undefined ? {} : { dueOn }),
})

/** A suggestion as officers see it. */
export const itemOf = (row: Suggestion, today: DateText): Item => {
  const unit = row.steps.findLast(one => one.unit !== undefined)?.unit
  return {
    ...shownOf(row),
    ...{ name: row.name, branchName: row.branchName, voice: row.voiceFileId !== undefined, photos: row.photoFileIds.length },
    ...{ dueOn: row.dueOn, late: isLate(row, today) },
    ...(unit === undefined ? {} : { unit }),
    ...(row.rated ? { answers: row.rated.answers } : {}),
  }
}
