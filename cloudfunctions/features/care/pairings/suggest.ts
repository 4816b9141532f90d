import type { pairings as contract } from '../../../../core/care/pairings/contract'
import * as rules from '../../../../core/care/pairings/suggest'
import type { Handlers } from '../use-case'
import { branchPairings, wanting } from './branch-pairings'

/** Suggestions for one elder. */
const OFFERED = 6

export const suggest: Handlers<Pick<typeof contract, 'pairing.suggest'>> = {
  async 'pairing.suggest'(_, { store, subject }) {
    const { candidates } = await branchPairings(store, { _id: subject.branchId, kind: 'branch', parentId: null })
    return { items: rules.suggest(wanting(subject), candidates).slice(0, OFFERED) }
  },
}
