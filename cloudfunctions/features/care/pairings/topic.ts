import * as z from 'zod'
import { EASY } from '../../../../core/care/pairings/rules'
import { monthOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { isElder, markCoverage } from '../../people/public'
import { markRollup, type Topic } from '../../../kernel/rollups'
import { branchPairings } from './branch-pairings'

/** How many elders of a branch have a helper, and how many helpers have more than twenty elders (P41). */
interface PairingFigures {
  elders: number
  paired: number
  helpers: number
  burdened: number
}

/** The pairings of a branch in a month; the last count of a month is kept. */
export const pairingsTopic: Topic<PairingFigures> = {
  name: 'pairings',
  shape: z.object({ elders: z.number(), paired: z.number(), helpers: z.number(), burdened: z.number() }),
  nothing: { elders: 0, paired: 0, helpers: 0, burdened: 0 },
  added: (a, b) => ({
    elders: a.elders + b.elders,
    paired: a.paired + b.paired,
    helpers: a.helpers + b.helpers,
    burdened: a.burdened + b.burdened,
  }),
  periods: now => [monthOf(now)],
  async countBranch(store, branch) {
    const { members, caseloads } = await branchPairings(store, branch)
    const elders = members.filter(isElder).map(one => one._id)
    const mine = new Set(elders)
    const busy = [...caseloads.values()].filter(one => one.elders.some(elder => mine.has(elder.memberId)))
    const paired = new Set(busy.flatMap(one => one.elders.map(elder => elder.memberId)).filter(id => mine.has(id)))
    return {
      elders: elders.length,
      paired: paired.size,
      helpers: busy.length,
      burdened: busy.filter(one => one.elders.length > EASY).length,
    }
  },
  worry: ({ elders, paired }) => elders - paired,
}

/** The figures of a branch's pairings are to be counted again. */
export const markPairings = async (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> => {
  await Promise.all([markRollup(ports, pairingsTopic.name, branchId, [monthOf(ports.now)]), markCoverage(ports, [branchId])])
}
