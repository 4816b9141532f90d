import { isConfirmed } from '../../../../core/people/talent/rules'
import type { SkillCode } from '../../../../core/people/talent/skills'
import type { Instant } from '../../../../core/shared/operation'
import type { Talent } from './documents'

/** What is said of a person. */
export const sayTalent = ({ skills, note, levels, days, confirmedAt }: Talent, now: Instant, nameOf: (code: SkillCode) => string) => ({
  ...{ skills, names: skills.map(nameOf), note, levels, days },
  confirmedAt: confirmedAt > 0 ? confirmedAt : null,
  stale: !isConfirmed(confirmedAt, now),
})
