import { announce } from '../../../kernel/announcements'
import { SignHomes, type SignHome } from '../announcements'
import type { SignedRow } from './documents'
import { Audit } from '../../../kernel/documents'
import { Members } from '../../people/public'
import { auditRows } from '../../../kernel/audit'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { markRollup } from '../../../kernel/rollups'
import { isElder } from './people'
import { isOf, justSeen, raiseVisit, standingOf, type Told } from './raise'

/** As many rows as one run of the timer looks at of each kind. */
const EACH_RUN = 100

/**
 * Raises the visits of one row's signs, then takes them off it. Cut off in between it is done again, and finds the visit that it made; whoever is
 * dead, gone or still at work is owed none.
 */
const follow = async (ports: Ports, home: SignHome, { _id, memberId, state, visitSigns = [] }: SignedRow): Promise<void> => {
  const { store } = ports
  const elder = await store.table(Members).get(memberId)
  for (const sign of visitSigns) {
    if (elder && isElder(elder) && state !== 'cancelled') {
      const told: Told = { ...sign, ...(home.requests ? { requestId: _id } : {}) }
      const known = await standingOf(ports, elder)
      const visit = justSeen(known.rows, told) ? null : await raiseVisit(ports, elder, told, known)
      if (visit && isOf(visit, told)) {
        const rows = auditRows([{ memberId, what: 'visit.raised', why: sign.rule }], sign.by, ports)
        await Promise.all([
          store.table(Audit).addAll(rows.map(row => ({ ...row, _id: `visit.raised:${visit._id}` }))),
          markRollup(ports, 'visits', visit.branchId, [String(visit.year)]),
        ])
      }
    }
    await store.table(home.rows).update({ _id }, { pull: { visitSigns: { rule: sign.rule, at: sign.at } } })
  }
}

/** Whoever is ill or in need, by what they asked for or what was heard of them over the telephone, is owed a visit within the minute (S3 四必访). */
export const followSigns: Job = async ports => {
  const { store } = ports
  const homes = (await announce(ports, SignHomes, null)).flat()
  const said = await Promise.all(
    homes.map(async home => ({
      home,
      rows: await store.table(home.rows).find({ 'visitSigns.at': { lte: ports.now } }, { limit: EACH_RUN }),
    })),
  )
  const rows = said.flatMap(({ home, rows: found }) => found.map(row => ({ _id: row._id, home, row })))
  return eachRow(rows, 'followSigns', ({ home, row }) => follow(ports, home, row))
}
