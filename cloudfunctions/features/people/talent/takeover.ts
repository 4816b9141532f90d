import { MOST_SKILLS } from '../../../../core/people/talent/skills'
import type { Meeting } from '../../../kernel/takeover'
import type { Talent } from './documents'

/** What either record can do, by the later word. */
export const talentsMeet: Meeting<Talent> = {
  join: (mine, other) => {
    const later = other.confirmedAt > mine.confirmedAt ? other : mine
    const { _id, name, branchId, path, scopes } = mine
    const skills = [...new Set([...later.skills, ...mine.skills, ...other.skills])].slice(0, MOST_SKILLS)
    // It is found by all of them once the roster tells that its people changed.
    return {
      ...later,
      _id,
      name,
      branchId,
      path,
      scopes,
      found: [...new Set([...mine.found, ...other.found])],
      skills,
      version: mine.version + 1,
    }
  },
}
