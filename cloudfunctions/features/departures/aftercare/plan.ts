import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { sameName } from '../../../../core/people/public'
import type { Step } from '../../../../core/departures/aftercare/steps'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { byNumber, firstBy } from '../../../kernel/keyset'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { chainOf, PairingHistory } from '../../care/public'
import type { Member } from '../../people/public'
import { Farewells } from '../documents'
import type { Handlers } from '../use-case'
import { isMarked } from './access'
import { writeChecklist } from './checklist'

const MOST_STEPS = 30

/** Former helpers, latest first, that are known by their name. */
const FORMER = 20

/** The member of that name in the elder's chain or among the former helpers; undefined for anyone else and for mere words. */
const namedAround = async (store: Store, member: Member, name: string): Promise<string | undefined> => {
  const [{ liaison, leader, secretary }, former] = await Promise.all([
    chainOf(store, member),
    firstBy(store.table(PairingHistory), { memberId: member._id }, byNumber('until', 'desc'), FORMER),
  ])
  const looked = former.filter(one => !one.partner).map(one => ({ memberId: one.helperId, name: one.helperName }))
  return [...liaison, ...leader, ...secretary, ...looked].find(one => sameName(one.name, name) && one.memberId !== member._id)?.memberId
}

export const plan: Handlers<Pick<typeof contract, 'aftercare.plan'>> = {
  async 'aftercare.plan'({ stepId, title, who, by, remove }, context) {
    const { store, subject, commandId, now, checkText, fail } = context
    const [whose] = await Promise.all([who === undefined ? undefined : namedAround(store, subject, who), checkText(title, who)])
    const make = (list: readonly Step[]): readonly Step[] | null => {
      if (stepId === undefined) {
        // The command's own id names the step, so that a second tap adds nothing.
        if (list.some(one => one.stepId === commandId)) return list
        if (title === undefined || list.length >= MOST_STEPS) return fail('INVALID_INPUT', { paths: ['title'] })
        return [
          ...list,
          { stepId: commandId, title, who: who ?? '支部书记', ...(whose ? { whoId: whose } : {}), by: by ?? addDays(dateOf(now), 7) },
        ]
      }
      if (remove) return list.some(one => one.stepId === stepId) ? list.filter(one => one.stepId !== stepId) : list
      if (!list.some(one => one.stepId === stepId)) return null
      const change = {
        ...(title === undefined ? {} : { title }),
        ...(by === undefined ? {} : { by }),
      }
      return list.map(one => {
        if (one.stepId !== stepId) return one
        if (who === undefined || who === one.who) return { ...one, ...change }
        const { title: words, by: day, done } = { ...one, ...change }
        return { stepId, title: words, who, ...(whose ? { whoId: whose } : {}), by: day, ...(done ? { done } : {}) }
      })
    }
    return settle(async () => {
      const row = await store.table(Farewells).get(subject._id)
      const made = isMarked(row) ? make(row.checklist) : null
      return isMarked(row) && made !== null ? writeChecklist(context, row, made) : fail('NOT_FOUND')
    })
  },
}
