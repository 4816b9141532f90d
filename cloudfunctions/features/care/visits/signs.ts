import type { VisitSign } from '../../../../core/care/visits/signs'
import { auditRows } from '../../../kernel/audit'
import type { CollectionName } from '../../../kernel/documents'
import type { Actor } from '../../people/documents'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { markRollup } from '../../../kernel/rollups'
import { isElder } from './people'
import { isOf, justSeen, raiseVisit, standingOf, type Told } from './raise'

/** As many rows as one run of the timer looks at of each kind. */
const EACH_RUN = 100

/** Where somebody may say that an elder is ill or in need. */
type Said = Extract<CollectionName, 'requests' | 'care-log' | 'visits'>
interface Row {
  _id: string
  home: Said
  memberId: string
  /** A request that was taken back says nothing any more. */
  state?: string
  visitSigns?: VisitSign<Actor>[]
}

/**
 * Raises the visits of one row's signs, then takes them off it. Cut off in between it is done again, and finds the visit that it made; whoever is
 * dead, gone or still at work is owed none.
 */
const follow = async (ports: Ports, { _id, home, memberId, state, visitSigns = [] }: Row): Promise<void> => {
  const { store } = ports
  const elder = await store.table('members').get(memberId)
  for (const sign of visitSigns) {
    if (elder && isElder(elder) && state !== 'cancelled') {
      const told: Told = { ...sign, ...(home === 'requests' ? { requestId: _id } : {}) }
      const known = await standingOf(ports, elder)
      const visit = justSeen(known.rows, told) ? null : await raiseVisit(ports, elder, told, known)
      if (visit && isOf(visit, told)) {
        const rows = auditRows([{ memberId, what: 'visit.raised', why: sign.rule }], sign.by, ports)
        await Promise.all([
          store.table('audit').addAll(rows.map(row => ({ ...row, _id: `visit.raised:${visit._id}` }))),
          markRollup(ports, 'visits', visit.branchId, [String(visit.year)]),
        ])
      }
    }
    await store.table(home).update({ _id }, { pull: { visitSigns: { rule: sign.rule, at: sign.at } } })
  }
}

/** Whoever is ill or in need, by what they asked for or what was heard of them over the telephone, is owed a visit within the minute (S3 四必访). */
export const followSigns: Job = async ports => {
  const { store } = ports
  const said = { 'visitSigns.at': { lte: ports.now } }
  const some = { limit: EACH_RUN }
  const [requests, calls, visits] = await Promise.all([
    store.table('requests').find(said, some),
    store.table('care-log').find(said, some),
    store.table('visits').find(said, some),
  ])
  const rows = [
    ...requests.map(row => ({ ...row, home: 'requests' as const })),
    ...calls.map(row => ({ ...row, home: 'care-log' as const })),
    ...visits.map(row => ({ ...row, home: 'visits' as const })),
  ]
  return eachRow(rows, 'followSigns', row => follow(ports, row))
}
