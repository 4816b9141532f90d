import type { rhythm as contract } from '../../../../core/life/rhythm/contract'
import { duties } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { paceOf, periodOn, spanOf } from '../../../../core/shared/obligations/periods'
import { regulationsFor, setRules } from '../../people/public'
import type { Handlers } from '../use-case'

/** Months of a period. */
const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const

export const rules: Handlers<Pick<typeof contract, 'rhythm.rules' | 'rhythm.configure'>> = {
  async 'rhythm.rules'(_, { store, subject, now, may }) {
    const on = dateOf(now)
    const book = await regulationsFor(store, subject.path)
    return {
      items: duties.map(duty => {
        const every = book.rule(`rhythm.${duty}.months`, { on })
        const { document, article, from } = every
        return {
          ...{ duty, per: paceOf(every.value), times: book.number(`rhythm.${duty}.times`, { on }) },
          ...{ graceDays: book.number(`rhythm.${duty}.grace-days`, { on }), document, from },
          ...(article === undefined ? {} : { article }),
        }
      }),
      may: may('configure'),
    }
  },

  async 'rhythm.configure'({ duty, per, times, graceDays, document }, context) {
    const { subject, now, checkText } = context
    await checkText(document)
    const today = dateOf(now)
    const { from } = spanOf(periodOn(per, today))
    const numbers = [
      { key: `rhythm.${duty}.months`, value: monthsOf[per] },
      { key: `rhythm.${duty}.times`, value: times },
      { key: `rhythm.${duty}.grace-days`, value: graceDays },
    ] as const
    await setRules(context, subject, { from, document: document ?? `${subject.name}的安排` }, numbers, today)
    return {}
  },
}
