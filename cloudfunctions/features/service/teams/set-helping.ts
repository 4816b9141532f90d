import type { teams as contract } from '../../../../core/service/teams/contract'
import { geoPoint } from '../../../kernel/geo'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'

export const setHelping: Handlers<Pick<typeof contract, 'helping.set'>> = {
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
