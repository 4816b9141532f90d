import type { visits as contract } from '../../../core/visits/contract'
import { judgeRecord } from '../../../core/visits/rules'
import { ruleWords } from '../../../core/visits/kinds'
import { isFresh, signsIn } from '../../../core/visits/signs'
import { omit } from '../../../core/requests/case'
import { dateOf } from '../../../core/shared/calendar'
import { auditRows } from '../../kernel/audit'
import { contacted } from '../../kernel/care'
import type { Visit, VisitRecord } from '../../kernel/documents/visits'
import { Failure } from '../../kernel/failure'
import type { Job } from '../../kernel/jobs'
import { logFault } from '../../kernel/log'
import type { Context, Handlers, Ports } from '../../kernel/ports'
import { markRollup } from '../../kernel/rollups'
import { tell } from '../../kernel/tell'
import { ask, type Acting } from '../requests/raise'
import { settingsAt } from './settings'

/** Whoever recorded it has done this much themselves by then. */
const MINUTE = 60_000
const EACH_RUN = 100

/** May this caller record it: who was sent, or who looks after the elder in office? */
export const mayRecord = ({ person, subject, holds }: Pick<Context<'visit.record'>, 'person' | 'subject' | 'holds'>): boolean =>
  (person !== null && person._id === subject.assigneeId) || holds(['secretary', 'leader', 'liaison'], subject.path)

/** Asks for what was found to be needed, as whoever found it; the words were checked when they were written. */
const raiser = (
  ports: Ports,
  { actor }: VisitRecord,
  commandId: string,
): { acting: Acting; audits: { memberId: string; what: string }[] } => {
  const audits: { memberId: string; what: string }[] = []
  const acting: Acting = {
    ...ports,
    openid: actor.openid,
    actor,
    commandId,
    checkText: () => Promise.resolve(),
    limit: () => Promise.resolve(),
    audit: (memberId, what) => void audits.push({ memberId, what }),
    fail: (code, data) => {
      throw new Failure(code, data)
    },
  }
  return { acting, audits }
}

/**
 * What follows from a recorded visit: needs become requests, care hears of it, the elder finds a line in the inbox, figures are noted. Each of it is safe to
 * do again; the mark on the visit goes when all is done, so that whoever is cut off leaves it to the timer. Answers the requests.
 */
const settleVisit = async (ports: Ports, visit: Visit, record: VisitRecord): Promise<string[]> => {
  const { store } = ports
  const elder = await store.table('members').get(visit.memberId)
  const requestIds: string[] = []
  if (elder?.state === 'active')
    for (const [index, need] of record.needs.entries()) {
      const { acting, audits } = raiser(ports, record, `${visit._id}:${String(index + 1)}`)
      const { requestId } = await ask(need, elder, acting)
      if (audits.length > 0) await store.table('audit').addAll(auditRows(audits, record.actor, ports))
      requestIds.push(requestId)
    }
  const found = [...new Set(requestIds)]
  const way = record.by === 'visit' ? '来看您' : '给您打电话'
  await Promise.all([
    contacted(ports, visit.memberId, record.by, record.at),
    markRollup(ports, 'visits', visit.branchId, [String(visit.year)]),
    elder?.state === 'active' && record.actor.memberId !== visit.memberId
      ? tell(
          ports,
          [visit.memberId],
          {
            kind: 'visit-news',
            about: visit._id,
            title: `${record.actor.name}${way}了`,
            text: `${ruleWords[visit.rule]}已经登记。${found.length > 0 ? `说到的事已经替您求助，共${String(found.length)}件，会有人来办。` : '有事随时按“求助”，或者给联络员打电话。'}`,
            page: found[0] === undefined ? 'pages/inbox/index' : `service/request/index?id=${encodeURIComponent(found[0])}`,
            fields: { what: ruleWords[visit.rule], when: `${dateOf(record.at)} 00:00`, where: '家里', note: '走访已登记' },
          },
          { quiet: true },
        )
      : 0,
  ])
  await store.table('visits').update({ _id: visit._id, state: 'done' }, { set: { 'record.requestIds': found }, unset: ['settleAt'] })
  return found
}

/** Finishes what somebody recorded and was cut off from. */
export const settleVisits: Job = async ports => {
  const table = ports.store.table('visits')
  const due = await table.find({ settleAt: { lte: ports.now - MINUTE } }, { order: [['settleAt', 'asc']], limit: EACH_RUN })
  let failed = 0
  for (const visit of due)
    try {
      if (visit.record) await settleVisit(ports, visit, visit.record)
    } catch (error) {
      logFault(error, { job: 'settleVisits', visit: visit._id })
      failed++
    }
  if (failed > 0) throw new Error(`${String(failed)} of ${String(due.length)} visits could not be settled`)
  return due.length
}

/** What was heard over the telephone and is to be seen; not what the visit was for. */
const signsOf = ({ rule }: Pick<Visit, 'rule'>, { by, at, note, found, actor, recordedAt }: VisitRecord) =>
  by === 'call' && isFresh(at, recordedAt)
    ? signsIn([note, found].filter(Boolean).join('\n'), actor, recordedAt).filter(sign => sign.rule !== rule)
    : []

const sameWords = (one: VisitRecord, other: VisitRecord): boolean =>
  one.actor.openid === other.actor.openid &&
  one.at === other.at &&
  one.by === other.by &&
  one.note === other.note &&
  JSON.stringify(one.needs) === JSON.stringify(other.needs)

export const recording: Handlers<Pick<typeof contract, 'visit.record'>> = {
  async 'visit.record'({ at, by, note, brought = '', found = '', photoFileIds = [], needs = [] }, context) {
    const { store, subject: visit, actor, now, commandId, checkText, fail } = context
    if (!mayRecord(context)) return fail('FORBIDDEN')
    const record: VisitRecord = {
      ...{ at: Math.min(at, now), by, note, brought, found, photoFileIds },
      needs: needs.map(need => omit({ ...need }, ...(need.voiceFileId === undefined ? (['voiceFileId'] as const) : []))),
      requestIds: [],
      actor,
      recordedAt: now,
      commandId,
    }
    /** Somebody recorded it: we ourselves, who ask again, or another. */
    const already = async (done: Visit) => {
      const { record: held } = done
      if (!held) return fail('VISIT_DROPPED')
      if (held.commandId !== commandId && !sameWords(held, record)) return fail('VISIT_DONE', { by: held.actor.name, at: held.at })
      const requestIds = done.settleAt === undefined ? held.requestIds : await settleVisit(context, done, held)
      return { state: 'done' as const, requestIds }
    }
    if (visit.state !== 'due') return already(visit)
    const [settingsOf] = await Promise.all([
      settingsAt(store, [visit.path]),
      checkText(note, brought, found, ...needs.map(need => need.text)),
    ])
    const verdict = judgeRecord(visit, settingsOf(visit.path), { at, by }, now)
    if (verdict !== 'right') return fail(verdict)
    const visitSigns = signsOf(visit, record)
    const written = await store.table('visits').update(
      { _id: visit._id, state: 'due' },
      {
        set: { state: 'done', record, settleAt: now, ...(visitSigns.length > 0 ? { visitSigns } : {}) },
        unset: ['tellAt'],
        inc: { version: 1 },
      },
    )
    if (written === 0) {
      const other = await store.table('visits').get(visit._id)
      return other ? already(other) : fail('NOT_FOUND')
    }
    return { state: 'done', requestIds: await settleVisit(context, visit, record) }
  },
}
