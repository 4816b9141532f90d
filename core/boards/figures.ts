import { isElderly } from '../roster/birthday'
import type { Birthday, Profile } from '../roster/contract'
import type { DateText } from '../shared/operation'

/** How many people a branch has (P80): all, retired, living alone, aged 80 or older, and bound to WeChat. */
export interface MemberFigures {
  count: number
  retired: number
  alone: number
  elderly: number
  bound: number
}
export const nobody: MemberFigures = { count: 0, retired: 0, alone: 0, elderly: 0, bound: 0 }

interface Counted {
  standing?: Profile['standing']
  care: Profile['care']
  birthday?: Birthday | undefined
  bound: boolean
}

const one = (holds: boolean): number => (holds ? 1 : 0)

/** The people of a branch in figures, ages as of a date. */
export const countMembers = (members: readonly Counted[], date: DateText): MemberFigures =>
  members
    .map(({ standing, care, birthday, bound }) => ({
      count: 1,
      retired: one(standing === 'retired' || standing === 'honoured-retired'),
      alone: one(care.includes('alone')),
      elderly: one(isElderly(birthday, date)),
      bound: one(bound),
    }))
    .reduce(addMembers, nobody)

export const addMembers = (a: MemberFigures, b: MemberFigures): MemberFigures => ({
  count: a.count + b.count,
  retired: a.retired + b.retired,
  alone: a.alone + b.alone,
  elderly: a.elderly + b.elderly,
  bound: a.bound + b.bound,
})

