import { moneyDue, nextMoneyLook } from '../../../../core/means/dues/reminders'
import { monthOfDate } from '../../../../core/means/dues/rules'
import { quartersOf } from '../../../../core/means/funds/ledger'
import { handInNotice, publishNotice } from '../../../../core/means/funds/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { isWaking } from '../../../../core/shared/quiet-hours'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations, secretariesOf } from '../../people/public'
import { append, finishClaims, monthId, monthsOf } from './book'
import { paymentsIn, quarterSum } from './collected'
import { FundBooks, FundMonths, FundProposals, FundPublications } from './documents'
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

/** Branches whose money one run looks at, and how many at a time. */
const [LOOKED_AT, AT_A_TIME] = [40, 4] as const

/** What the secretary of a branch is to be reminded of: quarters of this year and the last with dues in hand, a year that is not published. */
const dueIn = async ({ store, now }: Ports, orgId: string) => {
  const today = dateOf(now)
  const year = Number(today.slice(0, 4))
  const [months, payments, published] = await Promise.all([
    monthsOf(store, orgId),
    paymentsIn(store, orgId, `${String(year - 1)}-01-01`, `${String(year + 1)}-01-01`),
    store.table(FundPublications).find({ orgId, year: year - 1 }, { limit: 1 }),
  ])
  const handed = months.flatMap(one => one.handIns)
  const held = [...quartersOf(year - 1), ...quartersOf(year)].map(quarter => ({
    quarter,
    fen: quarterSum(payments, quarter) - handed.filter(one => one.quarter === quarter).reduce((sum, one) => sum + one.fen, 0),
  }))
  const before = String(year - 1)
  const moved =
    payments.some(one => one.on.startsWith(before)) || months.some(one => one.month.startsWith(before) && one.entries.length > 0)
  return moneyDue({ held, published: published.map(one => one.year), moved }, today)
}

/** Reminds secretaries each month of what is theirs: dues to be handed in, the year to be published (P70). Telling twice is telling once. */
const remindOfMoney: Job = async ports => {
  const { store, now } = ports
  if (!isWaking(now)) return 0
  const books = store.table(FundBooks)
  const due = await books.find({ lookAt: { lte: now } }, { order: [['lookAt', 'asc'], ['_id', 'asc']], limit: LOOKED_AT }) // prettier-ignore
  const orgs = due.length === 0 ? [] : await store.table(Organizations).getMany(due.map(one => one._id))
  return eachRow(
    due,
    'remindOfMoney',
    async ({ _id, lookAt = null }) => {
      const org = orgs.find(one => one._id === _id)
      if (org?.kind !== 'branch' || org.closedAt !== undefined) {
        await books.update({ _id, lookAt }, { unset: ['lookAt'], inc: { version: 1 } })
        return
      }
      const [{ quarters, publish }, secretaries] = await Promise.all([dueIn(ports, _id), secretariesOf(store, { branchId: _id })])
      const month = monthOfDate(dateOf(now))
      if (quarters.length > 0) await tell(ports, secretaries, handInNotice(quarters, org, month, now))
      if (publish !== undefined) await tell(ports, secretaries, publishNotice(publish, org, month, now))
      await books.update({ _id, lookAt }, { set: { lookAt: nextMoneyLook(now) }, inc: { version: 1 } })
    },
    AT_A_TIME,
  )
}

export const fundJobs = { bookFunds, remindOfMoney }
