import { roles, type Role } from '../../../../core/shared/operation'
import type { Standing } from '../../../../core/shared/reach'
import { holds as holdsOver } from '../../../kernel/access'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { eldersOf } from '../pairings/helpers'
import type { Visit } from './documents'

/** Offices that make visits; street and bureau only watch. */
const visiting: readonly Role[] = ['secretary', 'leader', 'liaison']

type Seen = Pick<Visit, 'memberId' | 'path' | 'assigneeId' | 'state' | 'chosen' | 'record'>

/** What a person is now to a visit and its elder. */
export interface VisitStanding extends Standing {
  /** Holds an office that makes visits over the place where the elder is now. */
  visits: boolean
  /** Is the one to go, by the secretary's choice, a pairing or an office that lasts. */
  goes: boolean
}

/**
 * What a person is now to each of these visits; `path` of each is where its elder is now. An assignee counts only while the
 * ground lasts: the secretary's choice, the pairing or the office. At most one wave, and none where their offices say it all.
 */
export const standingsOn = async (store: Store, person: Member, visits: readonly Seen[]): Promise<(visit: Seen) => VisitStanding> => {
  const over = (wanted: readonly Role[], { path }: Seen) => holdsOver([person], wanted, path)
  const elders = visits.every(one => over(visiting, one)) ? [] : await eldersOf(store, person._id)
  return visit => {
    const paired = elders.some(one => one.memberId === visit.memberId)
    const makes = over(visiting, visit)
    const mine = visit.assigneeId === person._id && visit.memberId !== person._id
    const goes = mine && (visit.chosen === true || paired || makes)
    return {
      own: false,
      office: over(roles, visit),
      paired,
      // With the visit made, the choice for it has ended.
      holds: goes && visit.state === 'due',
      // The visitor of the secretary's choice still sees what they wrote, and nothing more of the elder.
      asked: goes && visit.record?.actor.memberId === person._id,
      visits: makes,
      goes,
    }
  }
}

/** What a person is now to one visit. */
export const standingOn = async (store: Store, person: Member, visit: Seen): Promise<VisitStanding> =>
  (await standingsOn(store, person, [visit]))(visit)
