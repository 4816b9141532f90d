import type { teams as contract } from '../../../../core/service/teams/contract'
import { geoPoint } from '../../../kernel/geo'
import { announce } from '../../../kernel/announcements'
import { Members, moveTalent, StandingChanged } from '../../people/public'
import type { Handlers } from '../use-case'

export const setHelping: Handlers<Pick<typeof contract, 'helping.set'>> = {
  async 'helping.set'({ kinds, point, quiet }, context) {
    const { store, person, actor, audit } = context
    const home = point ? { home: geoPoint(point) } : {}
    const helping = { kinds, ...(quiet ? { quiet } : {}) }
    await Promise.all([
      store
        .table(Members)
        .update(
          { _id: person._id, state: 'active' },
          { set: { ...home, ...(kinds.length > 0 ? { helping } : {}) }, unset: kinds.length > 0 ? [] : ['helping'] },
        ),
      point ? moveTalent(context, person._id, geoPoint(point)) : null,
    ])
    if (person.helping?.kinds.some(kind => !kinds.includes(kind))) await announce(context, StandingChanged, { memberIds: [person._id] })
    if (actor.relation) audit(person._id, 'helping.set')
    return {}
  },
}
