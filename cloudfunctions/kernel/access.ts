import { roles, type Role, type Who } from '../../core/shared/operation'
import type { Person } from './identity'
import type { PlacedRow } from './use-case'

/** Whether one of the person's grants covers that path with one of the roles (a grant covers the subtree of its organization). */
export const holds = (people: readonly Person[], roles: readonly Role[], path: string): boolean =>
  people.some(person => person.grants.some(grant => roles.includes(grant.role) && path.startsWith(grant.path)))

/** Whether a member belongs where the subject is held: their own branch or group, or one they are affiliated with (P02). */
export const belongs = (member: Person, subject: Omit<PlacedRow, '_id'>): boolean =>
  member.path.startsWith(subject.path) || member.affiliates.some(one => one.path.startsWith(subject.path))

/** May this caller be heard at all, before anything is loaded? */
export const mayCall = (who: Who, own: Person | null, people: readonly Person[]): 'yes' | 'UNAUTHENTICATED' | 'FORBIDDEN' => {
  if (who === 'anyone') return 'yes'
  if (people.length === 0) return 'UNAUTHENTICATED'
  if (who === 'member') return 'yes'
  return own?.grants.some(grant => who.includes(grant.role)) ? 'yes' : 'FORBIDDEN'
}

/** Taking part is for those invited: whom it names, who belongs there or to one of the teams named, or anyone bound where it is open to all. */
export const mayTakePart = (person: Person | null, subject: Omit<PlacedRow, '_id'>): boolean =>
  person !== null &&
  (subject.party !== undefined
    ? subject.party.includes(person._id)
    : subject.audience === 'open' ||
      (subject.audience === 'teams' ? (subject.teams ?? []).some(team => belongs(person, team)) : belongs(person, subject)))

/** May this caller do it to this subject? A role needs a grant over it; a member must be invited there or hold any office over it. */
export const mayTouch = (who: Who, own: Person | null, person: Person | null, subject: Omit<PlacedRow, '_id'>): boolean => {
  if (who === 'anyone') return true
  const covered = (wanted: readonly Role[]) =>
    own !== null && [subject, ...(subject.affiliates ?? [])].some(one => holds([own], wanted, one.path))
  return who === 'member' ? mayTakePart(person, subject) || covered(roles) : covered(who)
}
