import type { benefits as contract } from '../../../../core/care/benefits/contract'
import { isPeriod } from '../../../../core/care/benefits/kinds'
import { benefitId } from '../../../../core/care/benefits/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { type BenefitMark, BenefitMarks } from './documents'
import { marksOf } from './entitlements'
import { markBenefits } from './topic'

export const mark: Handlers<Pick<typeof contract, 'benefit.mark'>> = {
  async 'benefit.mark'({ kind, period, memberIds, state, doneOn, note = '' }, context) {
    const { store, subject, actor, now, audit, checkText, fail } = context
    if (!isPeriod(kind, period)) return fail('INVALID_INPUT', { paths: ['period'] })
    const today = dateOf(now)
    if (doneOn !== undefined && doneOn > today) return fail('INVALID_INPUT', { paths: ['doneOn'] })
    await checkText(note)
    const ids = [...new Set(memberIds)]
    const table = store.table(BenefitMarks)
    const [members, marks] = await Promise.all([
      store.table(Members).getMany(ids),
      marksOf(
        store,
        ids.map(id => benefitId(id, kind, period)),
      ),
    ])
    const found = members.filter(one => one.state === 'active' && one.path.startsWith(subject.path))
    // All of them or none: a list chosen by eye is not marked by halves.
    if (found.length < ids.length) return fail('NOT_FOUND')

    const changing = found.filter(one => (marks.get(benefitId(one._id, kind, period))?.state ?? 'due') !== state)
    const keys = changing.map(one => benefitId(one._id, kind, period))
    if (state === 'due') {
      if (keys.length > 0) await table.remove({ _id: { in: keys } })
    } else {
      const rows = changing.map((one): BenefitMark => ({
        _id: benefitId(one._id, kind, period),
        memberId: one._id,
        kind,
        period,
        state,
        doneOn: doneOn ?? today,
        note,
        by: actor.name,
        at: now,
      }))
      // New marks are added, so that of two simultaneous taps the first is kept; marks with another state are replaced.
      await Promise.all([
        table.addAll(rows.filter(row => !marks.has(row._id))),
        ...rows.filter(row => marks.has(row._id)).map(({ _id, ...set }) => table.update({ _id, state: { not: state } }, { set })),
      ])
    }
    for (const one of changing) audit(one._id, 'benefit.marked', `${kind} ${period} ${state}`)
    await Promise.all([...new Set(changing.map(one => one.branchId))].map(branchId => markBenefits(context, branchId)))
    return { changed: changing.length, unchanged: found.length - changing.length }
  },
}
