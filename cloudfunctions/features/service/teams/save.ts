import type { teams as contract } from '../../../../core/service/teams/contract'
import { announce } from '../../../kernel/announcements'
import { geoPoint } from '../../../kernel/geo'
import { Members, StandingChanged, type Member } from '../../people/public'
import { Teams, type Team } from '../documents'
import type { Handlers } from '../use-case'

export const save: Handlers<Pick<typeof contract, 'team.save'>> = {
  async 'team.save'({ orgId, teamId, name, kinds, memberIds, point }, context) {
    const { store, subject, actor, commandId, holds, checkText, fail } = context
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
    if (existing) {
      await table.put(team)
      await announce(context, StandingChanged, { memberIds: existing.memberIds })
    } else if ((await table.add(team)) === 'exists' && !isOf(await table.get(id))) return fail('CONFLICT')
    return { teamId: id }
  },
}
