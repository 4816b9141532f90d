/** A figure that is to be counted again; `never`: it has not been counted yet. */
export interface Outstanding {
  topic: string
  period: string
  never: boolean
}

/** More than one run of the timer counts: so far behind, sums of different topics are of different moments. */
export const BACKLOG = 400

/**
 * The topics whose figure of that period is not to be shown yet, by what is outstanding under an organization: something was never counted, so that a sum would
 * leave it out, or so much waits anywhere that sums would not agree. A single change is a minute's delay and hides nothing.
 */
export const topicsBeingCounted = (outstanding: readonly Outstanding[], anywhere: number): ((topic: string, period: string) => boolean) => {
  const far = anywhere >= BACKLOG
  const hidden = new Set(outstanding.filter(one => far || one.never).map(({ topic, period }) => `${topic} ${period}`))
  return (topic, period) => hidden.has(`${topic} ${period}`)
}
