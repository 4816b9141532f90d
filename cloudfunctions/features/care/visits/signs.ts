import { announce } from '../../../kernel/announcements'
import { auditRows } from '../../../kernel/audit'
import { Audit } from '../../../kernel/documents'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { Members, isElder } from '../../people/public'
import { type SignHome, SignHomes } from '../announcements'
import type { SignedRow } from './documents'
import { isRaisedFor, justSeen, raiseVisit, situationOf, type VisitReason } from './raise'
import { markVisits } from './topic'

/** Rows of each collection that one run of the timer looks at. */
const EACH_RUN = 100

/**
 * Raises the visits for one row's signs, then removes the signs. If it is cut off in between, the repetition finds the visit that was made.
 * A dead, departed or in-service member is owed none.
 */
const follow = async (ports: Ports, home: SignHome, { _id, memberId, state, visitSigns = [] }: SignedRow): Promise<void> => {
  const { store } = ports
  const elder = await store.table(Members).get(memberId)
  for (const sign of visitSigns) {
    if (elder && isElder(elder) && state !== 'cancelled') {
      const reason: VisitReason = { ...sign, ...(home.requests ? { requestId: _id } : {}) }
      const known = await situationOf(ports, elder)
      const visit = justSeen(known.rows, reason) ? null : await raiseVisit(ports, elder, reason, known)
      if (visit && isRaisedFor(visit, reason)) {
        const rows = auditRows([{ memberId, what: 'visit.raised', why: sign.rule }], sign.by, ports)
        await Promise.all([
          store.table(Audit).addAll(rows.map(row => ({ ...row, _id: `visit.raised:${visit._id}` }))),
          markVisits(ports, visit.branchId, visit.year),
        ])
      }
    }
    await store.table(home.rows).update({ _id }, { pull: { visitSigns: { rule: sign.rule, at: sign.at } } })
  }
}

/** Every elder who is ill or in need, by the words of a request, a call or a visit, is owed a visit within the minute (S3 四必访). */
export const followSigns: Job = async ports => {
  const { store } = ports
  const homes = (await announce(ports, SignHomes, null)).flat()
  const marked = await Promise.all(
    homes.map(async home => ({
      home,
      rows: await store.table(home.rows).find({ 'visitSigns.at': { lte: ports.now } }, { limit: EACH_RUN }),
    })),
  )
  const rows = marked.flatMap(({ home, rows: found }) => found.map(row => ({ _id: row._id, home, row })))
  return eachRow(rows, 'followSigns', ({ home, row }) => follow(ports, home, row))
}
