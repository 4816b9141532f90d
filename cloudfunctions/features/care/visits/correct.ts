import { tellingTime } from '../../../../core/care/visits/changes'
import type { visits as contract } from '../../../../core/care/visits/contract'
import { judgeRecord, stateOf } from '../../../../core/care/visits/rules'
import { omit } from '../../../../core/shared/fields'
import type { Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { type Visit, type VisitCorrection, type VisitRecord, Visits } from './documents'
import { followUp } from './follow-up'
import { claimVisitFiles, signsOf, wordsOf } from './record'
import { settingsAt } from './settings'
import { standingOn, type VisitStanding } from './standing'

/** May a person of this standing correct the record? Its author while they are still to go there, and an officer in charge of the elder. */
export const mayCorrect = (
  { visits, paired, goes }: VisitStanding,
  { memberId, record }: Pick<Visit, 'memberId' | 'record'>,
  person: Pick<Member, '_id'>,
): boolean => person._id !== memberId && (visits || ((paired || goes) && person._id === record?.actor.memberId))

export const correct: Handlers<Pick<typeof contract, 'visit.correct'>> = {
  async 'visit.correct'({ why, record: report, seen }, context) {
    const { store, subject: visit, person, actor: by, now, commandId, checkText, audit, fail } = context
    const mine = ({ corrections = [] }: Visit) => corrections.some(one => one.commandId === commandId && one.by.openid === by.openid)
    /** What this command made of the visit, finished where it was cut off. */
    const made = async (after: Visit) => {
      if (after.settleAt !== undefined) await followUp(context, after)
      return { state: stateOf(after, now) }
    }
    // This comes first: after withdrawing their own record the caller has no more rights over it.
    if (mine(visit)) return made(visit)
    if (!mayCorrect(await standingOn(store, person, visit), visit, person)) return fail('FORBIDDEN')
    const { record: before, corrections: earlier = [] } = visit
    if (seen !== undefined && seen !== earlier.length) return fail('VISIT_CHANGED')
    if (visit.state !== 'done' || !before) return fail('VISIT_NOT_RECORDED')
    const [settingsOf] = await Promise.all([
      settingsAt(store, [visit.path]),
      checkText(why, report?.note, report?.brought, report?.found),
      claimVisitFiles(context, report ?? {}),
    ])
    const words = report && wordsOf(report, visit, now)
    const verdict = words ? judgeRecord(visit, settingsOf(visit.path), words) : 'right'
    if (verdict !== 'right') return fail(verdict)
    const correction: VisitCorrection = { at: now, by, why, before, withdrawn: report === null, commandId }
    const corrections = [...earlier, correction]
    // A correction changes neither who went nor the needs they found.
    const record: VisitRecord | null = words && { ...omit(before, 'voiceFileId', 'phoneAt', 'said'), ...words }
    const visitSigns = record ? signsOf(visit, record) : []
    // The visit is owed again: the assignee is told in time, unless they withdrew it themselves.
    const known = visit.assigneeId === null || (visit.assigneeId === person._id && visit.opens <= now)
    const tellAt = record || known ? null : tellingTime(visit, now)
    const news = {
      corrections,
      settleAt: now,
      ...(record ? { record } : { state: 'due' as const }),
      ...(visitSigns.length > 0 ? { visitSigns } : {}),
      ...(tellAt === null ? {} : { tellAt }),
    }
    const unset = [...(record ? [] : (['record'] as const)), ...(visitSigns.length > 0 ? [] : (['visitSigns'] as const))]
    const { _id, version } = visit
    const written = await store.table(Visits).update({ _id, state: 'done', version }, { set: news, unset, inc: { version: 1 } })
    if (written === 0) {
      const other = await store.table(Visits).get(_id)
      return other && mine(other) ? made(other) : fail('VISIT_CHANGED')
    }
    audit(visit.memberId, report ? 'visit.corrected' : 'visit.withdrawn', _id)
    return made({ ...omit(visit, ...unset), ...news, version: version + 1 })
  },
}
