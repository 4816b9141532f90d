import { activities } from './activities/contract'
import { signups } from './signups/contract'
import { attendance } from './attendance/contract'
import { records } from './records/contract'
import { reviews } from './reviews/contract'
import { study } from './study/contract'
import { plans } from './plans/contract'
import { circles } from './circles/contract'
import { rhythm } from './rhythm/contract'
import { strandsContract } from './strands/contract'
import { courses } from './courses/contract'
import { books } from './books/contract'
import { materials } from './materials/contract'
import { trainings } from './trainings/contract'

/** The operations of this context. */
export const life = {
  ...{ ...activities, ...signups, ...attendance, ...strandsContract, ...records, ...reviews, ...rhythm },
  ...{ ...study, ...courses, ...books, ...materials, ...trainings, ...circles, ...plans },
} as const
