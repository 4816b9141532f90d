import { ActivityTemplates } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { firstOccurrence } from '../../../../core/life/activities/recurrence'
import type { ActivityTemplate } from '../documents'
import type { Handlers } from '../use-case'

type Repeating = Handlers<Pick<typeof contract, 'template.save' | 'template.list' | 'template.remove'>>

/** With a date after it, a template's id is the id of an activity, which is 64 characters at most. */
const LONGEST_ID = 64 - '-2026-12-05'.length

export const repeating: Repeating = {
  async 'template.save'({ branchId, templateId, ...rule }, { store, subject: branch, actor, commandId, now, fail, checkText }) {
    const templates = store.table(ActivityTemplates)
    const id = templateId ?? commandId
    if (id.length > LONGEST_ID) return fail('INVALID_INPUT', { paths: ['commandId'] })
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    const existing = await templates.get(id)
    if (templateId !== undefined && !existing) return fail('NOT_FOUND')
    if (existing && existing.branchId !== branchId) return fail(templateId === undefined ? 'CONFLICT' : 'FORBIDDEN')
    if (existing && templateId === undefined)
      return existing.createdBy.openid === actor.openid ? { templateId: id, nextDate: existing.nextDate } : fail('CONFLICT')
    await checkText([rule.title, rule.place.name, rule.body, ...(rule.parts ?? [])].filter(Boolean).join('\n'))
    const wanted: ActivityTemplate = {
      ...rule,
      _id: id,
      branchId,
      path: branch.path,
      createdBy: existing?.createdBy ?? actor,
      ...firstOccurrence(rule, now),
    }
    if (existing) await templates.put(wanted)
    else if ((await templates.add(wanted)) === 'exists' && (await templates.get(id))?.createdBy.openid !== actor.openid)
      return fail('CONFLICT')
    return { templateId: id, nextDate: wanted.nextDate }
  },

  async 'template.list'({ branchId }, { store }) {
    const rows = await store.table(ActivityTemplates).find({ branchId }, { order: [['_id', 'asc']] })
    return {
      items: rows.map(row => ({
        templateId: row._id,
        kind: row.kind,
        title: row.title,
        day: row.day,
        time: row.time,
        lastsMinutes: row.lastsMinutes,
        place: row.place,
        audience: row.audience,
        noticeDays: row.noticeDays,
        ...(row.capacity === undefined ? {} : { capacity: row.capacity }),
        ...(row.body === undefined ? {} : { body: row.body }),
        ...(row.parts === undefined ? {} : { parts: row.parts }),
        nextDate: row.nextDate,
      })),
    }
  },

  async 'template.remove'({ templateId }, { store }) {
    await store.table(ActivityTemplates).remove({ _id: templateId })
    return {}
  },
}
