import type { life as contract } from '../../../core/life/contract'
import type * as kernel from '../../kernel/use-case'
import { homes as people } from '../people/public'
import type { Member } from '../people/public'
import { Activities, ActivityTemplates } from './documents'
import { Circles } from './circles/documents'
import { BookLoans, Books } from './books/documents'
import { Courses } from './courses/documents'
import { Materials } from './materials/documents'
import { StudyTasks } from './study/documents'
import { Trainings } from './trainings/documents'

/** Where the documents lie that operations of this context are about. */
export const homes = {
  ...people,
  ...{ activityId: Activities, templateId: ActivityTemplates, taskId: StudyTasks, courseId: Courses, bookId: Books, loanId: BookLoans },
  ...{ materialId: Materials, trainingId: Trainings, circleId: Circles },
} as const

/** All that a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
