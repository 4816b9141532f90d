import { isOpen, type Case } from '../../../../core/help/requests/case'
import { type Ground, standsAs } from '../../../../core/help/requests/ground'
import { holdsIt } from '../../../../core/help/requests/step'
import { roles } from '../../../../core/shared/operation'
import { type Standing, stranger } from '../../../../core/shared/reach'
import { scopesOf } from '../../../../core/shared/scopes'
import { holds as holdsOver } from '../../../kernel/access'
import type { Store } from '../../../kernel/store'
import { eldersOf, helpersOf } from '../../care/public'
import { type Member, Members } from '../../people/public'
import { isKnown, isOffered, type Team, Teams } from '../../service/public'
import type { Context } from '../use-case'

/** More teams than one person is in, or an organization and all above it have for one kind. */
const MOST_TEAMS = 100

/** The caller of an operation about requests. */
export type Caller = Pick<Context<'request.mine'>, 'store' | 'person' | 'people' | 'account'>
type Seen = Pick<Case, '_id' | 'memberId' | 'path' | 'kind' | 'state' | 'owner' | 'second' | 'asked'>

const groundIn = (
  member: Member,
  { path, kind }: Pick<Seen, 'path' | 'kind'>,
  { paired, teams }: { paired: boolean; teams: readonly Team[] },
): Ground => {
  const scopes = scopesOf(path)
  return {
    offices: roles.filter(role => holdsOver([member], [role], path)),
    paired,
    team: teams.some(team => scopes.includes(team.orgId) && team.kinds.includes(kind) && team.memberIds.includes(member._id)),
    known: isKnown(member),
    volunteer: isOffered(member, kind),
  }
}

/**
 * What the caller is now to each of these requests; `path` of each is where its elder is now. Family act for the elder in the elder's own
 * requests only, never in what the elder does for others. At most one wave, and none where their office or their own affair says it all.
 */
export const standingsFor = async (
  { store, person, people, account }: Caller,
  requests: readonly Seen[],
): Promise<(one: Seen) => Standing> => {
  if (account?.memberId !== person._id) return one => ({ ...stranger, own: one.memberId === person._id })
  const ownOf = (one: Seen) => people.some(({ _id }) => _id === one.memberId)
  const askedOf = (one: Seen) => one.asked.find(({ memberId }) => memberId === person._id)
  const bare = { paired: false, teams: [] }
  const isPlain = (one: Seen): boolean => {
    const asked = askedOf(one)
    const ground = groundIn(person, one, bare)
    return ownOf(one) || (ground.offices.length > 0 && (!asked || standsAs(asked.role, ground)))
  }
  const more = requests.some(one => !isPlain(one))
  const [elders, teams] = await Promise.all([
    more ? eldersOf(store, person._id) : [],
    more && requests.some(one => askedOf(one)?.role === 'team')
      ? store.table(Teams).find({ memberIds: person._id }, { limit: MOST_TEAMS })
      : [],
  ])
  return one => {
    const paired = elders.some(({ memberId }) => memberId === one.memberId)
    const ground = groundIn(person, one, { paired, teams })
    const asked = askedOf(one)
    return {
      own: ownOf(one),
      office: ground.offices.length > 0,
      paired,
      holds: isOpen(one) && holdsIt(one, person._id),
      asked: asked !== undefined && standsAs(asked.role, ground),
    }
  }
}

/** What the caller is now to one request. */
export const standingFor = async (caller: Caller, request: Seen): Promise<Standing> => (await standingsFor(caller, [request]))(request)

/** These requests, each with the place where its elder is now. One wave. */
export const placed = async <R extends Pick<Seen, 'memberId' | 'path'>>(store: Store, requests: readonly R[]): Promise<R[]> => {
  const elders = await store.table(Members).getMany([...new Set(requests.map(one => one.memberId))])
  const paths = new Map(elders.map(({ _id, path }) => [_id, path]))
  return requests.map(one => ({ ...one, path: paths.get(one.memberId) ?? one.path }))
}

/** What each of these helpers is now to the elder of a request. One wave. */
export const groundsFor = async (
  store: Store,
  request: Pick<Seen, 'memberId' | 'path' | 'kind'>,
  helperIds: readonly string[],
): Promise<(memberId: string) => Ground> => {
  const [members, helpers, teams] = await Promise.all([
    store.table(Members).getMany([...new Set(helperIds)]),
    helpersOf(store, [request.memberId]),
    store.table(Teams).find({ orgId: { in: scopesOf(request.path) }, kinds: request.kind }, { limit: MOST_TEAMS }),
  ])
  const paired = new Set((helpers.get(request.memberId) ?? []).map(one => one.memberId))
  const known = new Map(
    members.filter(one => one.state === 'active').map(one => [one._id, groundIn(one, request, { paired: paired.has(one._id), teams })]),
  )
  return memberId => known.get(memberId) ?? { offices: [], paired: false, team: false, known: false, volunteer: false }
}
