import type { teams as contract } from '../../../../core/service/teams/contract'
import { Teams } from '../documents'
import type { Handlers } from '../use-case'

export const remove: Handlers<Pick<typeof contract, 'team.remove'>> = {
  async 'team.remove'({ orgId, teamId }, { store }) {
    await store.table(Teams).remove({ _id: teamId, orgId })
    return {}
  },
}
