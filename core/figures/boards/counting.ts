/** Figures that are to be counted again; `never`: some have not been counted yet. */
export interface Outstanding {
  topic: string
  period: string
  never: boolean
}

/**
 * The topics whose figure of that period is not to be shown yet, by what is outstanding under an organization: something was never counted, so that a sum would
 * leave it out, or so much waits (`far`) that sums would not agree. What the next run of the timer counts is a minute's delay and hides nothing.
 */
export const topicsBeingCounted = (outstanding: readonly Outstanding[], far: boolean): ((topic: string, period: string) => boolean) => {
  const hidden = new Set(outstanding.filter(one => far || one.never).map(({ topic, period }) => `${topic} ${period}`))
  return (topic, period) => hidden.has(`${topic} ${period}`)
}
