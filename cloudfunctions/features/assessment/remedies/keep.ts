import type { remedies as contract } from '../../../../core/assessment/remedies/contract'
import { ownerNotice, reportedNotice } from '../../../../core/assessment/remedies/notices'
import { MOST_REOPENED, MOST_REPORTS } from '../../../../core/assessment/remedies/rules'
import { NOTIFYING_ACTS } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { Instant } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import { belongs } from '../../../kernel/access'
import { claimFiles } from '../../../kernel/files'
import { Members, secretariesOf, type Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { Remedies, type Proof, type Remedy } from './documents'
import { change, placed } from './row'

/** No phone rings for it at night. */
const byDay = (now: Instant) => ({ from: wakingFrom(now) })

/** Someone who can put it right: of the branch, or an officer over it. */
const mayOwn = (owner: Member | null, path: string): owner is Member =>
  owner?.state === 'active' && (belongs(owner, { path }) || owner.grants.some(one => path.startsWith(one.path)))

const proofOf = (
  { commandId, now, actor }: { commandId: string; now: Instant; actor: Proof['by'] },
  note: string,
  photoFileIds: string[],
): Proof => ({ commandId, at: now, by: actor, note, photoFileIds })

export const keep: Handlers<Pick<typeof contract, 'remedy.save' | 'remedy.report' | 'remedy.tick' | 'remedy.reopen'>> = {
  async 'remedy.save'({ problem, target, measure, ownerId, dueOn, ruleId, remedyId }, context) {
    const { store, subject: branch, openid, actor, commandId, now, tell, limit, checkText, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const table = store.table(Remedies)
    const id = remedyId ?? commandId
    const [owner, before] = await Promise.all([store.table(Members).get(ownerId), table.get(id), checkText(problem, target, measure)])
    if (!mayOwn(owner, branch.path)) return fail('INVALID_INPUT', { paths: ['ownerId'] })
    const said = { problem, target, measure, ownerId, ownerName: owner.name, dueOn, ...(ruleId === undefined ? {} : { ruleId }) }
    if (remedyId === undefined) {
      const { _id: branchId, name: branchName, path } = branch
      const fresh = placed({
        ...{ _id: id, branchId, branchName, path, scopes: scopesOf(path), ...said, party: [], open: true, place: '' },
        ...{ reports: [], reopened: [], createdBy: actor, createdAt: now, version: 1 },
      })
      await table.add(fresh)
      const row = before ?? fresh
      if (row.ownerId !== null) await tell([row.ownerId], ownerNotice(row, 'asked', now), byDay(now))
      return { remedyId: id }
    }
    if (before?.branchId !== branch._id) return fail('NOT_FOUND')
    const after = await change(store, before, row => {
      if (!row.open) return fail('CONFLICT')
      // Put off, or given to another, it is spoken of again.
      const again = row.dueOn === dueOn && row.ownerId === ownerId ? row : omit(row, 'reminded')
      return { ...(ruleId === undefined ? omit(again, 'ruleId') : again), ...said }
    })
    await tell([ownerId], ownerNotice(after, 'asked', now), byDay(now))
    return { remedyId: id }
  },

  async 'remedy.report'({ remedyId, note, photoFileIds = [] }, context) {
    const { store, subject, person, commandId, now, tell, checkText, fail } = context
    if (subject.ownerId !== person._id) return fail('FORBIDDEN')
    await Promise.all([checkText(note), claimFiles(context, photoFileIds, { purpose: 'remedy', about: remedyId })])
    const after = await change(store, subject, row => {
      if (row.reports.some(one => one.commandId === commandId)) return row
      if (!row.open || row.ownerId !== person._id || row.reports.length >= MOST_REPORTS) return fail('CONFLICT')
      return { ...row, reports: [...row.reports, proofOf(context, note, photoFileIds)] }
    })
    const nth = after.reports.findIndex(one => one.commandId === commandId)
    const desk = (await secretariesOf(store, after)).filter(one => one !== person._id)
    await tell(desk, reportedNotice(after, nth, now), byDay(now))
    return {}
  },

  async 'remedy.tick'({ remedyId, note, photoFileIds = [] }, context) {
    const { store, subject, now, checkText } = context
    if (!subject.open) return {}
    await Promise.all([checkText(note), claimFiles(context, photoFileIds, { purpose: 'remedy', about: remedyId })])
    await change(store, subject, row =>
      row.open ? { ...row, open: false, doneOn: dateOf(now), done: proofOf(context, note, photoFileIds) } : row,
    )
    return {}
  },

  async 'remedy.reopen'({ reason }, context) {
    const { store, subject, actor: by, commandId, now, tell, checkText, fail } = context
    await checkText(reason)
    const after = await change(store, subject, (row): Remedy => {
      if (row.reopened.some(one => one.commandId === commandId)) return row
      if (row.open || row.reopened.length >= MOST_REOPENED) return fail('CONFLICT')
      return {
        ...omit(row, 'doneOn', 'done', 'reminded'),
        ...{ open: true, reopened: [...row.reopened, { commandId, at: now, by, reason }] },
        // What had been shown for it stays with the words of its owner.
        reports: row.done ? [...row.reports, row.done].slice(-MOST_REPORTS) : row.reports,
      }
    })
    const nth = after.reopened.findIndex(one => one.commandId === commandId)
    if (after.ownerId !== null) await tell([after.ownerId], ownerNotice(after, 'reopened', now, `:${String(nth)}`), byDay(now))
    return {}
  },
}
