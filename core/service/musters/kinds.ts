/** What a called member says: they come, they come later than asked, they cannot. Late counts as coming. */
export const musterAnswers = ['coming', 'late', 'no'] as const
export type MusterAnswer = (typeof musterAnswers)[number]

/** How the called are listed: those who come, those who are there, those who cannot, those who have not answered. */
export const musterLists = ['silent', 'coming', 'arrived', 'no'] as const
export type MusterList = (typeof musterLists)[number]

/** More cells than a leader's screen shows of one muster. */
export const MOST_CELLS = 200
