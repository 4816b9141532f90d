import type { committees as contract } from '../../../../core/people/committees/contract'
import { latestEnd } from '../../../../core/people/committees/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Handlers } from '../use-case'
import { openBranch } from './branch'
import { factsOf, remindOn } from './facts'
import { changing, write } from './write'

export const postpone: Handlers<Pick<typeof contract, 'committee.postpone'>> = {
  async 'committee.postpone'({ until, reason, documentNo }, context) {
    const { store, now, actor, checkText, fail } = context
    const branch = openBranch(context)
    await checkText(`${reason} ${documentNo}`)
    const { rules } = await factsOf(store, branch, dateOf(now))
    return changing(context, async row => {
      const { term } = row
      if (!term) return fail('COMMITTEE_NONE')
      if (term.postponed?.until === until && term.postponed.documentNo === documentNo) return { termEnds: until }
      const latest = latestEnd(term, rules)
      if (until > latest) return fail('COMMITTEE_POSTPONED_TOO_FAR', { latest })
      if (until <= term.termEnds) return fail('INVALID_INPUT', { paths: ['until'], message: '要晚于现在的到期日' })
      const next = { ...term, termEnds: until, postponed: { until, reason, documentNo, by: actor, at: now } }
      const remind = remindOn(next, rules)
      // Those who were told of the former end hear of this one only where it is far enough to be forgotten.
      const again = remind > dateOf(now) ? { set: { remindOn: remind } } : { unset: ['remindOn'] as const }
      const written = await write(context, row, {
        set: { term: next, termEnds: until, ...again.set },
        ...(again.unset ? { unset: again.unset } : {}),
      })
      return written ? { termEnds: until } : undefined
    })
  },
}
