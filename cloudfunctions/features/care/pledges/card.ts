import type { pledges as contract } from '../../../../core/care/pledges/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { Organizations } from '../../people/public'
import { Partners } from '../pairings/documents'
import type { Handlers } from '../use-case'
import { Pledges } from './documents'
import { actsOf, owedOf, shownOf } from './item'

/** Codes that are none, tried by one account in an hour. */
const MISSES = { max: 30, windowMs: 60 * 60_000 } as const
/** More pledges than one unit makes. */
const MOST = 100

export const card: Handlers<Pick<typeof contract, 'pledge.card' | 'pledge.open'>> = {
  async 'pledge.card'({ partnerId, fresh = false }, { store, subject: partner, commandId, newId, fail }) {
    const table = store.table(Partners)
    const made = { set: { cardCode: newId(), cardCommand: commandId } }
    // The same command makes one code; another phone's first one stands.
    if (fresh) await table.update({ _id: partnerId, cardCommand: { not: commandId } }, made)
    else await table.update({ _id: partnerId, cardCode: { exists: false } }, made)
    const [now, branch] = await Promise.all([table.get(partnerId), store.table(Organizations).get(partner.branchId)])
    return { code: now?.cardCode ?? fail('NOT_FOUND'), partnerName: partner.name, branchName: branch?.name ?? '' }
  },

  async 'pledge.open'({ code, year }, { store, openid, now, limit, fail }) {
    const [partner] = await store.table(Partners).find({ cardCode: code }, { limit: 1 })
    if (!partner) {
      await limit(`partner-card:${openid}`, MISSES.max, MISSES.windowMs)
      return fail('NOT_FOUND')
    }
    const [rows, branch] = await Promise.all([
      store.table(Pledges).find({ partnerId: partner._id }, { limit: MOST }),
      store.table(Organizations).get(partner.branchId),
    ])
    const today = dateOf(now)
    const shown = year ?? Number(today.slice(0, 4))
    return {
      ...{ partnerName: partner.name, branchName: branch?.name ?? '', year: shown, ended: partner.endedAt !== undefined },
      items: rows.map(row => {
        const pledge = owedOf(row, partner)
        // A note may name an elder; an activity's title was for all to read.
        const acts = actsOf(pledge, shown).map(one => ({ on: one.on, title: one.activityId === undefined ? '' : one.note }))
        return { pledgeId: row._id, ...shownOf(pledge, shown, today), acts }
      }),
    }
  },
}
