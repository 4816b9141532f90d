import type { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Handlers } from '../use-case'
import { Caseloads, type PairingEpisode, PairingHistory } from './documents'
import { caseloadsOf } from './helpers'

/** More pairings than one person ever has. */
const MOST = 1000

const why: Record<PairingEpisode['cause'], string> = {
  ended: '',
  replaced: '改由别的同志联系',
  'handed-over': '交接给别的同志',
  died: '老同志去世',
  'helper-died': '联系人去世',
}

export const history: Handlers<Pick<typeof contract, 'pairing.history'>> = {
  async 'pairing.history'({ memberId }, { store }) {
    const history = store.table(PairingHistory)
    const [asElder, asHelper, helping, own] = await Promise.all([
      history.find({ memberId }, { limit: MOST }),
      history.find({ helperId: memberId }, { limit: MOST }),
      caseloadsOf(store, [memberId]),
      store.table(Caseloads).get(memberId),
    ])
    const over = [...asElder, ...asHelper].map(one => ({
      helperId: one.helperId,
      helperName: one.helperName,
      memberId: one.memberId,
      name: one.name,
      kind: one.kind,
      since: one.since,
      until: one.until,
      reason: one.reason || why[one.cause],
    }))
    const lasting = [...helping, ...(own ? [own] : [])].flatMap(({ _id, name, elders }) =>
      elders
        .filter(one => _id === memberId || one.memberId === memberId)
        .map(one => ({
          helperId: _id,
          helperName: name,
          memberId: one.memberId,
          name: one.name,
          kind: one.kind,
          since: one.since,
          until: null,
          reason: '',
        })),
    )
    return { items: [...lasting, ...over.sort((one, other) => other.until - one.until)] }
  },
}
