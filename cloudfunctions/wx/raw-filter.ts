import type { Condition, Question } from '../kernel/store'

/** A condition as the database reads it. */
export const rawCondition = (wanted: Condition): unknown => {
  if (wanted === null || typeof wanted !== 'object') return wanted
  if ('in' in wanted) return { $in: wanted.in }
  if ('not' in wanted) return { $ne: wanted.not }
  if ('startsWith' in wanted) return { $gte: wanted.startsWith, $lt: `${wanted.startsWith}\uffff` }
  if ('includes' in wanted || 'near' in wanted) throw new Error('letters inside and places are not asked for beside others')
  return Object.fromEntries(Object.entries(wanted).map(([how, value]) => [`$${how}`, value]))
}

/** A filter as the database reads it. Where many are asked at once, the SDK's own writing of them costs more than the search. */
export const rawFilter = (filter: Question['filter']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(filter).flatMap(([path, wanted]) => (wanted === undefined ? [] : [[path, rawCondition(wanted)]])))
