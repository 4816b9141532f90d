import { codeOf, roles, type Operation, type Role, type Who } from '../../core/shared/operation'
import type { Person } from './identity'
import type { PlacedRow } from './use-case'

/** Does one of these persons hold one of the roles over that path? A grant covers the subtree of its organization. */
export const holds = (people: readonly Person[], roles: readonly Role[], path: string): boolean =>
  people.some(person => person.grants.some(grant => roles.includes(grant.role) && path.startsWith(grant.path)))

/** Does the member belong where the subject is: to that branch or group, or to it as an affiliate (P02)? */
export const belongs = (member: Person, subject: Omit<PlacedRow, '_id'>): boolean =>
  member.path.startsWith(subject.path) || member.affiliates.some(one => one.path.startsWith(subject.path))

/** May the caller call the operation at all? Asked before the subject is looked at. */
export const mayCall = (who: Who, own: Person | null, people: readonly Person[]): 'yes' | 'UNAUTHENTICATED' | 'FORBIDDEN' => {
  if (who === 'anyone') return 'yes'
  if (people.length === 0) return 'UNAUTHENTICATED'
  if (who === 'member') return 'yes'
  if (who === 'self') return own ? 'yes' : 'FORBIDDEN'
  return own?.grants.some(grant => who.includes(grant.role)) ? 'yes' : 'FORBIDDEN'
}

/**
 * May the person take part? Those who hold it and those in `party` may; where the subject is open, every bound person; else members who belong there or to one of
 * its teams.
 */
export const mayTakePart = (person: Person | null, subject: Omit<PlacedRow, '_id'>): boolean =>
  person !== null &&
  (subject.hostIds?.includes(person._id) === true ||
    (subject.party !== undefined
      ? subject.party.includes(person._id)
      : subject.audience === 'open' ||
        (subject.audience === 'teams' ? (subject.teams ?? []).some(team => belongs(person, team)) : belongs(person, subject))))

/** May the caller do this to the subject? A role needs a grant over it; a member must be invited to it or hold any office over it. */
export const mayTouch = (who: Who, own: Person | null, person: Person | null, subject: Omit<PlacedRow, '_id'>): boolean => {
  if (who === 'anyone') return true
  const covered = (wanted: readonly Role[]) =>
    own !== null && [subject, ...(subject.affiliates ?? [])].some(one => holds([own], wanted, one.path))
  return who === 'member' || who === 'self' ? mayTakePart(person, subject) || covered(roles) : covered(who)
}

/** The same of a whole operation: where it may refuse with NOT_INVITED, only those invited get further. */
export const judgeTouch = (
  { who, errors }: Pick<Operation, 'who' | 'errors'>,
  own: Person | null,
  person: Person | null,
  subject: Omit<PlacedRow, '_id'>,
): 'yes' | 'NOT_INVITED' | 'FORBIDDEN' => {
  if (errors.some(one => codeOf(one) === 'NOT_INVITED') && !mayTakePart(person, subject)) return 'NOT_INVITED'
  return mayTouch(who, own, person, subject) ? 'yes' : 'FORBIDDEN'
}
