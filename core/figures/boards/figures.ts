import { festivalSpans } from '../../shared/almanac/windows'
import type { Festival } from '../../shared/almanac/festivals'
import { isElderly } from '../../shared/almanac/ages'
import { monthBefore } from '../../shared/calendar'
import type { Profile } from '../../people/public'
import type { Birthday } from '../../shared/birthday-schema'
import type { DateText } from '../../shared/operation'

/** How many members a branch has (P80): all, retired, living alone, aged 80 or older, bound to WeChat. */
export interface MemberFigures {
  count: number
  retired: number
  alone: number
  elderly: number
  bound: number
}
export const noMembers: MemberFigures = { count: 0, retired: 0, alone: 0, elderly: 0, bound: 0 }

interface Counted {
  standing?: Profile['standing']
  care: Profile['care']
  birthday?: Birthday | undefined
  bound: boolean
}

const one = (holds: boolean): number => (holds ? 1 : 0)

/** The figures of these members; ages as of a date. */
export const countMembers = (members: readonly Counted[], date: DateText): MemberFigures =>
  members
    .map(({ standing, care, birthday, bound }) => ({
      count: 1,
      retired: one(standing === 'retired' || standing === 'honoured-retired'),
      alone: one(care.includes('alone')),
      elderly: one(isElderly(birthday, date)),
      bound: one(bound),
    }))
    .reduce(addMembers, noMembers)

/** The sum of two figures. */
export const addMembers = (a: MemberFigures, b: MemberFigures): MemberFigures => ({
  count: a.count + b.count,
  retired: a.retired + b.retired,
  alone: a.alone + b.alone,
  elderly: a.elderly + b.elderly,
  bound: a.bound + b.bound,
})

/** The festival of a month's board: the last one whose visits began by the end of the month, or by today. */
export const festivalAt = (month: string, today: DateText): { festival: Festival; year: number } => {
  const end = `${month}-31`
  const by = today < end ? today : end
  const year = Number(month.slice(0, 4))
  const begun = [year - 1, year, year + 1]
    .flatMap(each => festivalSpans(each).map(span => ({ festival: span.festival, year: each, from: span.from })))
    .filter(span => span.from <= by)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1)
  if (!begun) throw new Error('every year has its festivals')
  return { festival: begun.festival, year: begun.year }
}

/** This many months up to one, the oldest first. */
export const monthsTo = (month: string, count: number): string[] =>
  count <= 1 ? [month] : [...monthsTo(monthBefore(month), count - 1), month]
