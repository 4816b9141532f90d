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

/** The operations of this context. */
export const life = {
  ...activities,
  ...signups,
  ...attendance,
  ...study,
  ...strandsContract,
  ...records,
  ...reviews,
  ...rhythm,
  ...circles,
  ...plans,
} as const
