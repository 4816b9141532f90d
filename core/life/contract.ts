import { activities } from './activities/contract'
import { signups } from './signups/contract'
import { attendance } from './attendance/contract'
import { study } from './study/contract'

/** The operations of this context. */
export const life = { ...activities, ...signups, ...attendance, ...study } as const
