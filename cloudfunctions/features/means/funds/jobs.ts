import type { Job } from '../../../kernel/jobs'
import { eachRow } from '../../../kernel/jobs'
import { monthOfDate } from '../../../../core/means/dues/rules'
import { append, finishClaims, monthId } from './book'
import { FundMonths, FundProposals } from './documents'
import { markFunds } from './marks'

const EACH_RUN = 50
/** The call that decided has this long to book it itself. */
const AFTER = 60_000

/** Books what was decided and cut off: what is booked once by a key, and spends that a second person agreed to. */
const bookFunds: Job = async ports => {
  const { store, now } = ports
  const proposals = store.table(FundProposals)
  const [claims, agreed] = await Promise.all([
    finishClaims(ports, EACH_RUN, AFTER),
    proposals.find({ due: { lte: now - AFTER } }, { order: [['due', 'asc'], ['_id', 'asc']], limit: EACH_RUN }), // prettier-ignore
  ])
  await eachRow(agreed, 'bookFunds', async ({ _id, orgId, path, entry }) => {
    const seen = await store.table(FundMonths).get(monthId(orgId, monthOfDate(entry.on)))
    const booked = await append(store, { _id: orgId, path, name: '' }, entry, seen)
    // Its month was closed in between: it waits for the second person again.
    await proposals.update({ _id }, booked === 'closed' ? { set: { state: 'proposed' }, unset: ['due'] } : { unset: ['due'] })
    await markFunds(ports, orgId, [entry.on])
  })
  for (const { orgId, entry } of claims) await markFunds(ports, orgId, [entry.on])
  return claims.length + agreed.length
}

export const fundJobs = { bookFunds }
