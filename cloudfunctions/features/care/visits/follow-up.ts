import type { Telling } from '../../../../core/shared/notices'
import { ruleWords } from '../../../../core/care/visits/kinds'
import { dateOf, shanghai } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { announce } from '../../../kernel/announcements'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { type Member, Members } from '../../people/public'
import { NeedFound } from '../announcements'
import { noteContact, withdrawContacts } from '../special-care/care'
import { markSpecialCare } from '../special-care/topic'
import { type Visit, type VisitRecord, Visits } from './documents'
import { replan } from './replan'
import { markVisits } from './topic'

/** By then the command that made the record has usually finished. */
const MINUTE = 60_000
const EACH_RUN = 100

/** Counts withdrawals: after each, needs and messages are new ones. */
const roundOf = ({ _id, corrections = [] }: Visit): string => {
  const taken = corrections.filter(one => one.withdrawn).length
  return taken === 0 ? _id : `${_id}:${String(taken)}`
}

/** The needs become requests, once: a correction asks for nothing again. */
const askFor = async (ports: Ports, visit: Visit, record: VisitRecord, elder: Member): Promise<string[]> => {
  if (record.requestIds.length > 0) return record.requestIds
  const requestIds: string[] = []
  for (const [index, need] of record.needs.entries()) {
    const commandId = `${roundOf(visit)}:${String(index + 1)}`
    const answers = await announce(ports, NeedFound, { need, elder, by: record.actor, commandId })
    requestIds.push(...answers.map(one => one.requestId))
  }
  return [...new Set(requestIds)]
}

const wayWords = { visit: '来看您', call: '给您打电话' } as const
const dayWords = (at: number) => shanghai(at).format('M月D日')

/** The elder's message about a visit. */
const recordedNews = (visit: Visit, { actor, by, at }: VisitRecord, requestIds: readonly string[]): Telling => ({
  kind: 'visit-news',
  about: roundOf(visit),
  title: `${actor.name}${wayWords[by]}了`,
  text: `${ruleWords[visit.rule]}已经登记。${requestIds.length > 0 ? `说到的事已经替您求助，共${String(requestIds.length)}件，会有人来办。` : '有事随时按“求助”，或者给联络员打电话。'}`,
  page: requestIds[0] === undefined ? routes.inbox() : routes.request({ id: requestIds[0] }),
  fields: { what: ruleWords[visit.rule], when: `${dateOf(at)} 00:00`, where: '家里', note: '走访已登记' },
})

/** The message that corrects an earlier one; null where that one still holds. */
const correctedNews = ({ _id, rule, closes, record, corrections = [] }: Visit): Telling | null => {
  const last = corrections.at(-1)
  if (!last) return null
  const { before } = last
  if (record && record.by === before.by && dateOf(record.at) === dateOf(before.at)) return null
  const recorded = `${dayWords(before.at)}${before.actor.name}${wayWords[before.by]}`
  return {
    kind: 'visit-news',
    about: `${_id}:c${String(corrections.length)}`,
    title: '走访登记更正了',
    text: record
      ? `原来登记的是${recorded}，应该是${dayWords(record.at)}${wayWords[record.by]}。已经改好，您不用做什么。`
      : `原来登记的${recorded}记错了，已经撤回，对不起。${closes >= last.at ? '还会安排人来看您。' : '有事随时按“求助”，或者给联络员打电话。'}`,
    page: routes.inbox(),
    fields: { what: ruleWords[rule], when: `${dateOf(last.at)} 00:00`, where: '家里', note: '走访登记更正了' },
  }
}

/**
 * Everything that follows from a record or its correction: needs become requests, special care is updated, the elder gets a message,
 * figures are marked, a visit owed again is planned. Each part is safe to repeat, and the mark on the visit is removed last, so that the
 * timer finishes what was cut off. Answers the ids of the requests.
 */
export const followUp = async (ports: Ports, visit: Visit): Promise<string[]> => {
  const { store } = ports
  const { memberId, branchId, record, corrections = [] } = visit
  const elder = await store.table(Members).get(memberId)
  const alive = elder?.state === 'active' ? elder : null
  const requestIds = record && alive ? await askFor(ports, visit, record, alive) : []
  const lines = alive
    ? [
        record ? { by: record.actor, line: recordedNews(visit, record, requestIds) } : null,
        { by: corrections.at(-1)?.before.actor, line: correctedNews(visit) },
      ]
    : []
  const care = async () => {
    if (corrections.length > 0)
      await withdrawContacts(
        ports,
        memberId,
        corrections.map(one => one.before.at),
      )
    if (record) await noteContact(ports, memberId, record.by, record.at)
  }
  await Promise.all([
    care(),
    // An elder who recorded the visit themselves is not told of it.
    ...lines.map(one => (one?.line && one.by?.memberId !== memberId ? tell(ports, [memberId], one.line, { quiet: true }) : 0)),
    record ? null : replan(ports, { branchId }),
  ])
  await Promise.all([markVisits(ports, branchId, visit.year), markSpecialCare(ports, branchId)])
  // A change made meanwhile has its own follow-up.
  await store
    .table(Visits)
    .update(
      { _id: visit._id, version: visit.version },
      record ? { set: { 'record.requestIds': requestIds }, unset: ['settleAt'] } : { unset: ['settleAt'] },
    )
  return requestIds
}

/** Finishes follow-ups that were cut off. */
export const followUpVisits: Job = async ports => {
  const due = await ports.store
    .table(Visits)
    .find({ settleAt: { lte: ports.now - MINUTE } }, { order: [['settleAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'settleVisits', async visit => {
    await followUp(ports, visit)
  })
}
