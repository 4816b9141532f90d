import { Members } from '../../people/public'
import { Teams } from '../documents'
import { scopesOf } from '../../../../core/shared/scopes'
import { teams as contract } from '../../../../core/service/teams/contract'
import { suggestedKinds } from '../../../../core/service/teams/rules'
import type { Member, Organization } from '../../people/public'
import type { Team } from '../documents'
import { geoPoint, pointOf } from '../../../kernel/geo'
import type { Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'

/** More teams than one organization has. */
const MOST_TEAMS = 100
/** As many as a map of a whole street or district shows. */
const MOST_AROUND = 300

/** The teams of an organization, of all above it, and of what stands below it. */
const teamsAround = async (store: Store, org: Organization): Promise<Team[]> => {
  const table = store.table(Teams)
  const above = scopesOf(org.path).filter(id => id !== org._id)
  const [higher, here] = await Promise.all([
    above.length === 0 ? [] : table.find({ orgId: { in: above } }, { limit: MOST_TEAMS }),
    table.find({ path: { startsWith: org.path } }, { limit: MOST_AROUND }),
  ])
  return [...here, ...higher]
}

/** Service teams and what people offer (P21), as far as help requests need them. */
export const handlers: Handlers<typeof contract> = {
  async 'team.list'({ orgId, around = false }, { store, subject }) {
    const found = around ? await teamsAround(store, subject) : await store.table(Teams).find({ orgId }, { limit: MOST_TEAMS })
    const shown = around ? [] : [...new Set(found.flatMap(team => team.memberIds))]
    const members = await membersOf(store.table(Members), shown)
    const items = found.map(({ _id, orgId: of, name, kinds, memberIds, point }) => ({
      teamId: _id,
      orgId: of,
      name,
      kinds,
      members: memberIds.flatMap(memberId => {
        const member = members.get(memberId)
        return member ? [{ memberId, name: member.name }] : []
      }),
      ...(point ? { point: pointOf(point) } : {}),
    }))
    return { items: items.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')) }
  },

  async 'team.save'({ orgId, teamId, name, kinds, memberIds, point }, { store, subject, actor, commandId, holds, checkText, fail }) {
    const table = store.table(Teams)
    const id = teamId ?? commandId
    const isOf = (team: Team | null) => team?.orgId === orgId && team.createdBy.openid === actor.openid
    const [existing, members] = await Promise.all([table.get(id), store.table(Members).getMany(memberIds), checkText(name)])
    if (teamId !== undefined && existing?.orgId !== orgId) return fail('NOT_FOUND')
    // The first of one command stands, whatever became of it since.
    if (existing && teamId === undefined) return isOf(existing) ? { teamId: id } : fail('CONFLICT')
    // A member the caller is not in charge of cannot be put into a team; one who is in it already stays.
    const mayJoin = (member: Member) =>
      existing?.memberIds.includes(member._id) === true || holds(['secretary', 'street', 'bureau'], member.path)
    const wanted = members.filter(member => member.state === 'active' && mayJoin(member)).map(member => member._id)
    if (wanted.length < new Set(memberIds).size) return fail('INVALID_INPUT', { paths: ['memberIds'] })
    const team: Team = {
      _id: id,
      orgId,
      path: subject.path,
      name,
      kinds,
      memberIds: wanted,
      ...(point ? { point: geoPoint(point) } : {}),
      createdBy: existing?.createdBy ?? actor,
    }
    if (existing) await table.put(team)
    else if ((await table.add(team)) === 'exists' && !isOf(await table.get(id))) return fail('CONFLICT')
    return { teamId: id }
  },

  async 'team.remove'({ orgId, teamId }, { store }) {
    await store.table(Teams).remove({ _id: teamId, orgId })
    return {}
  },

  // What one has said stands on one's own row, which the identity look-up brought along.
  'helping.get': (_, { person }) =>
    Promise.resolve({
      kinds: person.helping?.kinds ?? [],
      ...(person.home ? { point: pointOf(person.home) } : {}),
      ...(person.helping?.quiet ? { quiet: person.helping.quiet } : {}),
      suggested: suggestedKinds(person.skills),
    }),

  async 'helping.set'({ kinds, point, quiet }, { store, person, actor, audit }) {
    const home = point ? { home: geoPoint(point) } : {}
    const helping = { kinds, ...(quiet ? { quiet } : {}) }
    await store
      .table(Members)
      .update(
        { _id: person._id, state: 'active' },
        { set: { ...home, ...(kinds.length > 0 ? { helping } : {}) }, unset: kinds.length > 0 ? [] : ['helping'] },
      )
    if (actor.relation) audit(person._id, 'helping.set')
    return {}
  },
}

const membersOf = async (members: { getMany(ids: readonly string[]): Promise<Member[]> }, ids: readonly string[]) =>
  new Map((await members.getMany(ids)).map(member => [member._id, member]))

export { contract }
export { homes } from '../use-case'
