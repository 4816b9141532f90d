import type { teams as contract } from '../../../../core/service/teams/contract'
import { announce } from '../../../kernel/announcements'
import { StandingChanged } from '../../people/public'
import { Teams } from '../documents'
import type { Handlers } from '../use-case'

export const remove: Handlers<Pick<typeof contract, 'team.remove'>> = {
  async 'team.remove'({ orgId, teamId }, context) {
    const table = context.store.table(Teams)
    const team = await table.get(teamId)
    if (team?.orgId !== orgId) return {}
    await table.remove({ _id: teamId, orgId })
    await announce(context, StandingChanged, { memberIds: team.memberIds })
    return {}
  },
}
