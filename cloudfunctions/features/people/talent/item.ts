import { isConfirmed } from '../../../../core/people/talent/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Talent } from './documents'

/** What is said of a person. */
export const sayTalent = ({ skills, note, levels, days, confirmedAt }: Talent, now: Instant) => ({
  ...{ skills, note, levels, days },
  confirmedAt: confirmedAt > 0 ? confirmedAt : null,
  stale: !isConfirmed(confirmedAt, now),
})
