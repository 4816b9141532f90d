import type { visits as contract } from '../../../../core/care/visits/contract'
import { judgeRecord, visitHeard } from '../../../../core/care/visits/rules'
import { isFresh, signsIn } from '../../../../core/care/visits/signs'
import { omit } from '../../../../core/shared/fields'
import type { Input, Instant } from '../../../../core/shared/operation'
import { claimFiles } from '../../../kernel/files'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { type Visit, type VisitRecord, Visits } from './documents'
import { followUp } from './follow-up'
import { settingsAt } from './settings'
import { standingOn, type VisitStanding } from './standing'

/** May a person of this standing record it? The one who goes may, and an officer in charge of the elder; never the elder. */
export const mayRecord = ({ visits, goes }: VisitStanding, { memberId }: Pick<Visit, 'memberId'>, person: Pick<Member, '_id'>): boolean =>
  person._id !== memberId && (visits || goes)

/** Signs in the words of a telephone visit, apart from the reason of the visit itself. */
export const signsOf = ({ rule }: Pick<Visit, 'rule'>, { by, at, note, found, actor, recordedAt }: VisitRecord) =>
  by === 'call' && isFresh(at, recordedAt)
    ? signsIn([note, found].filter(Boolean).join('\n'), actor, recordedAt).filter(sign => sign.rule !== rule)
    : []

type Report = Omit<Input<(typeof contract)['visit.record']>, 'visitId' | 'needs'>

/** The report as it is stored, its hour by our clock. */
export const wordsOf = (
  { at, sentAt, by, note, brought = '', found = '', photoFileIds = [], voiceFileId }: Report,
  visit: Pick<Visit, 'opens'>,
  now: Instant,
) => ({
  ...{ ...visitHeard({ at, sentAt }, visit, now), by, note, brought, found, photoFileIds },
  ...(sentAt === undefined ? {} : { phoneAt: at }),
  ...(voiceFileId === undefined ? {} : { voiceFileId }),
})

/** Takes the photos and the voices of a report, and of the needs told with it, for its visit. */
export const claimVisitFiles = (
  context: Pick<Context<'visit.record'>, 'store' | 'now' | 'actor' | 'subject'>,
  { photoFileIds = [], voiceFileId }: Pick<Report, 'photoFileIds' | 'voiceFileId'>,
  needs: readonly { voiceFileId?: string | undefined }[] = [],
) =>
  claimFiles(context, [...new Set([voiceFileId, ...photoFileIds, ...needs.map(need => need.voiceFileId)])], {
    purpose: 'visit',
    about: context.subject._id,
  })

/** When it was told to have been, as the phone said it. */
const toldAt = ({ at, phoneAt, said }: VisitRecord) => phoneAt ?? said ?? at

const sameWords = (one: VisitRecord, other: VisitRecord): boolean =>
  one.actor.openid === other.actor.openid &&
  toldAt(one) === toldAt(other) &&
  one.by === other.by &&
  one.note === other.note &&
  one.voiceFileId === other.voiceFileId &&
  JSON.stringify(one.needs) === JSON.stringify(other.needs)

export const record: Handlers<Pick<typeof contract, 'visit.record'>> = {
  async 'visit.record'({ needs = [], ...report }, context) {
    const { store, subject: visit, person, actor, now, commandId, checkText, audit, fail } = context
    if (!mayRecord(await standingOn(store, person, visit), visit, person)) return fail('FORBIDDEN')
    const record: VisitRecord = {
      ...wordsOf(report, visit, now),
      needs: needs.map(need => omit({ ...need }, ...(need.voiceFileId === undefined ? (['voiceFileId'] as const) : []))),
      requestIds: [],
      actor,
      recordedAt: now,
      commandId,
    }
    /** The visit is recorded already: by this command, repeated, or by another visitor. */
    const already = async (done: Visit) => {
      const { record: held } = done
      if (!held) return fail('VISIT_DROPPED')
      if (held.commandId !== commandId && !sameWords(held, record)) return fail('VISIT_DONE', { by: held.actor.name, at: held.at })
      const requestIds = done.settleAt === undefined ? held.requestIds : await followUp(context, done)
      return { state: 'done' as const, requestIds }
    }
    if (visit.state !== 'due') return already(visit)
    // The same command again, after its record was withdrawn.
    if (visit.corrections?.some(one => one.before.commandId === commandId)) return fail('VISIT_CHANGED')
    const [settingsOf] = await Promise.all([
      settingsAt(store, [visit.path]),
      checkText(report.note, report.brought, report.found, ...needs.map(need => need.text)),
      claimVisitFiles(context, report, needs),
    ])
    const verdict = judgeRecord(visit, settingsOf(visit.path), record)
    if (verdict !== 'right') return fail(verdict)
    const visitSigns = signsOf(visit, record)
    const news = { state: 'done' as const, record, settleAt: now, ...(visitSigns.length > 0 ? { visitSigns } : {}) }
    const visits = store.table(Visits)
    let current: Visit = visit
    // Planning may change the row meanwhile; the visit is still to be recorded.
    return settle(async () => {
      if (current.state !== 'due') return already(current)
      const { _id, version } = current
      const written = await visits.update({ _id, state: 'due', version }, { set: news, unset: ['tellAt'], inc: { version: 1 } })
      if (written > 0) {
        audit(visit.memberId, 'visit.recorded', _id)
        return { state: 'done', requestIds: await followUp(context, { ...current, ...news, version: version + 1 }) }
      }
      current = (await visits.get(_id)) ?? fail('NOT_FOUND')
      return undefined
    })
  },
}
