import { periodBefore, periodOn, spanOf } from '../../../../core/shared/obligations/periods'

export interface Span {
  from: string
  to: string
}

/** Spans that books are made of, by the day it is. */
export const usualSpans = (today: string) =>
  [
    { value: 'quarter', words: '本季度', span: spanOf(periodOn('quarter', today)) },
    { value: 'last-quarter', words: '上季度', span: spanOf(periodBefore(periodOn('quarter', today))) },
    { value: 'year', words: '今年', span: spanOf(periodOn('year', today)) },
    { value: 'last-year', words: '去年', span: spanOf(periodBefore(periodOn('year', today))) },
  ] as const
