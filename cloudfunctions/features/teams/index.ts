import type { teams as contract } from '../../../core/teams/contract'
import { suggestedKinds } from '../../../core/teams/rules'
import type { Member } from '../../kernel/documents/people'
import type { Team } from '../../kernel/documents/requests'
import { geoPoint, pointOf } from '../../kernel/geo'
import type { Handlers } from '../../kernel/ports'

/** More teams than one organization has. */
const MOST_TEAMS = 100

/** Service teams and what people offer (P21), as far as help requests need them. */
export const teams: Handlers<typeof contract> = {
  async 'team.list'({ orgId }, { store }) {
    const found = await store.table('teams').find({ orgId }, { limit: MOST_TEAMS })
    const members = await membersOf(store.table('members'), [...new Set(found.flatMap(team => team.memberIds))])
    const items = found.map(({ _id, name, kinds, memberIds, point }) => ({
      teamId: _id,
      orgId,
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
    const table = store.table('teams')
    const id = teamId ?? commandId
    const [existing, members] = await Promise.all([table.get(id), store.table('members').getMany(memberIds), checkText(name)])
    if (teamId !== undefined && existing?.orgId !== orgId) return fail('NOT_FOUND')
    if (existing && existing.orgId !== orgId) return fail('CONFLICT')
    // Whom the caller does not look after cannot be put into a team; who is in it already stays.
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
    await table.put(team)
    return { teamId: id }
  },

  async 'team.remove'({ orgId, teamId }, { store }) {
    await store.table('teams').remove({ _id: teamId, orgId })
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
      .table('members')
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
