import type { teams as contract } from '../../../../core/service/teams/contract'
import { suggestedKinds } from '../../../../core/service/teams/rules'
import { pointOf } from '../../../kernel/geo'
import { isKnown } from '../volunteers/offered'
import type { Handlers } from '../use-case'

export const getHelping: Handlers<Pick<typeof contract, 'helping.get'>> = {
  // What one has said stands on one's own row, which the identity look-up brought along.
  'helping.get': (_, { person }) =>
    Promise.resolve({
      kinds: person.helping?.kinds ?? [],
      ...(person.home ? { point: pointOf(person.home) } : {}),
      ...(person.helping?.quiet ? { quiet: person.helping.quiet } : {}),
      suggested: suggestedKinds(person.skills),
      known: isKnown(person),
    }),
}
