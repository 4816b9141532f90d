import type { DateText } from '../../shared/operation'

/** What a list of remedies may be narrowed to. */
export const remedyStates = ['open', 'late', 'done'] as const
export type RemedyState = (typeof remedyStates)[number]

/** More words of one owner than anyone says of one remedy. */
export const MOST_REPORTS = 30
/** As often as one remedy is opened again. */
export const MOST_REOPENED = 20

interface Placed {
  open: boolean
  dueOn: DateText
  doneOn?: DateText | undefined
}

const LAST = 99_999_999
const figureOf = (date: DateText): number => Number(date.replaceAll('-', ''))

/** Its place in a list, as a text that sorts: what is open by its day, then what is done, the latest first. */
export const placeOf = ({ open, dueOn, doneOn }: Placed): string =>
  open ? `0:${dueOn}` : `1:${String(LAST - figureOf(doneOn ?? dueOn)).padStart(8, '0')}`
