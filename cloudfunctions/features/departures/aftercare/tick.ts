import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { ticked } from '../../../../core/departures/aftercare/rules'
import { settle } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { accessTo, overSteps } from './access'
import { writeChecklist } from './checklist'

export const tick: Handlers<Pick<typeof contract, 'aftercare.tick'>> = {
  async 'aftercare.tick'({ memberId, stepId, done, note = '' }, context) {
    const { actor, now, checkText, fail } = context
    await checkText(note)
    // Judged on the list as it is now: a step may be given to another person at the moment of the tap.
    return settle(async () => {
      const { row, officer, sees } = await accessTo(memberId, overSteps, context)
      if (!officer && !row.checklist.some(step => step.stepId === stepId && sees(step))) return fail('FORBIDDEN')
      const made = ticked(row.checklist, stepId, done ? { at: now, name: actor.name, note } : null)
      if (made === null) return fail('NOT_FOUND')
      const written = await writeChecklist(context, row, made)
      return written && { checklist: written.checklist.filter(sees) }
    })
  },
}
