import type { ReviewKind } from '../activities/kinds'

/** In their order (支部工作条例 articles 17 and 18). */
export const reviewSteps = ['talks', 'opinions', 'self', 'mutual', 'tally', 'grades', 'remedies'] as const
export type ReviewStep = (typeof reviewSteps)[number]

export const stepWords: Readonly<Record<ReviewStep, string>> = {
  talks: '谈心谈话',
  opinions: '听取意见',
  self: '个人自评',
  mutual: '党员互评',
  tally: '民主测评',
  grades: '评定等次',
  remedies: '整改',
}

/** At an 组织生活会 by itself there are neither ballots nor grades. */
export const stepsOf = (kind: ReviewKind): readonly ReviewStep[] =>
  kind === 'appraisal' ? reviewSteps : reviewSteps.filter(step => step !== 'tally' && step !== 'grades')

/** How far one step is: of how many, where that can be counted; `on` is the day on which the secretary said that it is done. */
export interface Progress {
  step: ReviewStep
  done: number
  total: number
  on?: string | undefined
}

/** Done is what all have done, and what the secretary says is done, at the meeting or on paper. */
export const isDone = ({ done, total, on }: Progress): boolean => on !== undefined || (total > 0 && done >= total)

/** What comes next; undefined where all is done. */
export const nextStep = (progress: readonly Progress[]): ReviewStep | undefined => progress.find(one => !isDone(one))?.step
