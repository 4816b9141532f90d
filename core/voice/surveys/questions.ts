/** Of one question: a grade from 1 to 5, a choice of options, or own words. */
export const questionKinds = ['grade', 'choice', 'text'] as const

export interface SurveyQuestion {
  text: string
  kind: (typeof questionKinds)[number]
  options?: string[] | undefined
  /** So many options may be chosen; one, unless said. */
  most?: number | undefined
}

/** The five grades in words, the lowest first. */
export const gradeWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** More than is read to the end. */
export const [MOST_QUESTIONS, MOST_TEXTS, MOST_TELLERS] = [20, 5, 3] as const

export const surveyStates = ['waiting', 'open', 'closed', 'counted'] as const
