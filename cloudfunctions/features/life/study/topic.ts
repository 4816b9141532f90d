import * as z from 'zod'
import { sumsOf } from '../../../../core/shared/fields'
import type { Topic } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import { BookLoans } from '../books/documents'
import { learnersOf, type Learner } from './learnt'
import { STUDY, yearOf } from './mark'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'

const names = ['people', 'care', 'reached', 'hours', 'courses', 'brought', 'lent', 'late'] as const
const Figures = z.object({
  /** Active members; those whose hours are only counted, as care; those of the rest who have learnt what is asked. */
  people: z.number(),
  care: z.number(),
  reached: z.number(),
  hours: z.number(),
  /** Courses that were seen, and things learnt with an officer at home. */
  courses: z.number(),
  brought: z.number(),
  /** Books that members have, and those that should be back. */
  lent: z.number(),
  late: z.number(),
})
export type StudyFigures = z.infer<typeof Figures>
const nothing: StudyFigures = { people: 0, care: 0, reached: 0, hours: 0, courses: 0, brought: 0, lent: 0, late: 0 }
const sum = (rows: readonly number[]): number => rows.reduce((all, one) => all + one, 0)

/** Has this member learnt what is asked? Of a member who is asked for nothing, it is not said. */
export const isReached = ({ hours, target, asCare }: Learner): boolean => !asCare && hours >= target

/** The figures of these members and of the books that their branch has lent. */
export const countStudy = (learners: readonly Learner[], loans: readonly { dueOn: string }[], at: Instant): StudyFigures => ({
  people: learners.length,
  care: learners.filter(one => one.asCare).length,
  reached: learners.filter(isReached).length,
  hours: sum(learners.map(one => one.hours)),
  courses: sum(learners.map(one => one.courses)),
  brought: sum(learners.map(one => one.brought)),
  lent: loans.length,
  late: loans.filter(one => one.dueOn < dateOf(at)).length,
})

/** The members of a branch that its figures count. */
export const membersOf = async (store: Store, branchId: string) =>
  // Searched for as other figures of a branch search, so that its members are read once for all of them.
  (await store.table(Members).findAll({ branchId })).filter(one => one.state === 'active')

/** What a branch learns in a year (P13), until yesterday; nothing of it is a debt, so that it never worries. */
export const studyTopic: Topic<StudyFigures> = {
  name: STUDY,
  shape: Figures,
  nothing,
  added: (one, other) => sumsOf(names, one, other),
  periods: now => [yearOf(now)],
  async countBranch(store, branch, period, at) {
    const [members, loans] = await Promise.all([
      membersOf(store, branch._id),
      store.table(BookLoans).findAll({ branchId: branch._id, state: 'out' }),
    ])
    return countStudy(await learnersOf(store, branch, members, Number(period), at), loans, at)
  },
  worry: () => 0,
  ages: true,
}
