/** What has to be agreed to before ballots are given out: above, and by the meeting. */
export const agreements = ['consent', 'method', 'excused', 'tellers'] as const
export type Agreement = (typeof agreements)[number]

/** `void`: a vote that does not count; it is held again. */
export const electionStates = ['prepared', 'open', 'counted', 'void'] as const
export type ElectionState = (typeof electionStates)[number]

interface Preparing {
  excused: readonly unknown[]
  watchers: readonly unknown[]
  counters: readonly unknown[]
  agreed: readonly { step: Agreement }[]
}

/** What is still lacking before ballots may be given out. */
export const lacking = ({ watchers, counters, agreed }: Preparing): (Agreement | 'name-tellers')[] => {
  const has = (step: Agreement) => agreed.some(one => one.step === step)
  return [
    ...(watchers.length === 0 || counters.length === 0 ? (['name-tellers'] as const) : []),
    ...(['method', 'tellers'] as const).filter(step => !has(step)),
  ]
}

/** What has to be agreed to in this election: where no member is excused, neither consent nor vote is asked for. */
export const agreementsOf = ({ excused }: Pick<Preparing, 'excused'>): Agreement[] =>
  agreements.filter(step => excused.length > 0 || (step !== 'consent' && step !== 'excused'))
