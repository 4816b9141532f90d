import type { activities as contract } from '../../../../core/life/activities/contract'
import { firstOccurrence, revisedOccurrence, type Recurrence } from '../../../../core/life/activities/recurrence'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { settle } from '../../../kernel/settle'
import { ActivityTemplates, type ActivityTemplate } from '../documents'
import { circleAt } from '../circles/of-activity'
import type { Handlers } from '../use-case'

/** With a month after it, a template's id is the id of an activity, which is 64 characters at most. */
const LONGEST_ID = 64 - '-2026-12'.length

/** What the secretary hears of a template that they saved: the next date, and that of an activity of it which is out already and still ahead. */
const saved = ({ _id, nextDate, lastDate }: ActivityTemplate, now: Instant) => ({
  ...{ templateId: _id, nextDate },
  ...(lastDate !== undefined && lastDate >= dateOf(now) ? { stays: lastDate } : {}),
})

/** When a template is due after it was saved: new, or changed over what stood. */
const occurrenceOf = (existing: ActivityTemplate | null, rule: Recurrence, now: Instant) =>
  existing ? revisedOccurrence(existing.nextDate, rule, now) : firstOccurrence(rule, now)

export const saveTemplate: Handlers<Pick<typeof contract, 'template.save'>> = {
  async 'template.save'({ branchId, templateId, ...rule }, { store, subject: branch, actor, commandId, now, fail, checkText }) {
    const templates = store.table(ActivityTemplates)
    const id = templateId ?? commandId
    if (id.length > LONGEST_ID) return fail('INVALID_INPUT', { paths: ['commandId'] })
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    const existing = await templates.get(id)
    if (templateId !== undefined && !existing) return fail('NOT_FOUND')
    if (existing && existing.branchId !== branchId) return fail(templateId === undefined ? 'CONFLICT' : 'FORBIDDEN')
    if (existing && templateId === undefined) return existing.createdBy.openid === actor.openid ? saved(existing, now) : fail('CONFLICT')
    if ((await circleAt(store, branch, rule)) === undefined) return fail('INVALID_INPUT', { paths: ['circleId'] })
    await checkText([rule.title, rule.place.name, rule.body, ...(rule.parts ?? [])].filter(Boolean).join('\n'))
    const whose = { branchId, path: branch.path }
    const { body, capacity, parts, strand, circleId, ...always } = rule
    const optional = Object.entries({ body, capacity, parts, strand, circleId }).filter(([, value]) => value !== undefined)
    const unset = (['body', 'capacity', 'parts', 'strand', 'circleId'] as const).filter(field => rule[field] === undefined)
    let before = existing
    // The timer may publish what waits meanwhile and move on.
    return settle(async () => {
      const next = occurrenceOf(before, rule, now)
      if (before) {
        const set = { ...always, ...Object.fromEntries(optional), ...whose, ...next }
        if ((await templates.update({ _id: id, nextDate: before.nextDate }, { set, unset })) > 0) return saved({ ...before, ...next }, now)
        before = (await templates.get(id)) ?? fail('NOT_FOUND')
        return undefined
      }
      const made = { ...rule, ...whose, ...next, _id: id, createdBy: actor }
      if ((await templates.add(made)) === 'added') return saved(made, now)
      const other = await templates.get(id)
      return other?.createdBy.openid === actor.openid ? saved(other, now) : fail('CONFLICT')
    })
  },
}
