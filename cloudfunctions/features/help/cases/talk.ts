import type { cases as contract } from '../../../../core/help/cases/contract'
import { KEPT_AFTER_CLOSING, MOST_NOTES } from '../../../../core/help/cases/rules'
import { quietNotice } from '../../../../core/help/cases/notices'
import type { Handlers } from '../use-case'
import { caseFor, change } from './row'

/** What is written down, and how it ended. None of it is handed to WeChat's check of texts: it is shown to those named alone. */
export const talk: Handlers<Pick<typeof contract, 'case.note' | 'case.close'>> = {
  async 'case.note'({ caseId, text }, context) {
    const { store, person, commandId, now, tell, fail } = context
    const { row, as } = await caseFor(context, caseId)
    if (as === 'asked') return fail('FORBIDDEN')
    const after = await change(store, row, before => {
      if (before.notes.some(one => one.noteId === commandId)) return before
      if (before.closedAt !== undefined) return fail('CASE_CLOSED')
      if (before.notes.length >= MOST_NOTES) return fail('CONFLICT')
      return { ...before, notes: [...before.notes, { noteId: commandId, memberId: person._id, at: now, text }] }
    })
    const readers = [after.keeperId, ...after.asked.filter(one => one.answer === 'yes').map(one => one.memberId)]
    await tell(
      readers.filter(id => id !== person._id),
      quietNotice(caseId, `note:${commandId}`, now),
    )
    return {}
  },

  async 'case.close'({ caseId, outcome }, context) {
    const { store, now, fail } = context
    const { row, as } = await caseFor(context, caseId)
    if (as !== 'keeper') return fail('FORBIDDEN')
    await change(store, row, before =>
      before.closedAt === undefined ? { ...before, closedAt: now, outcome, endsAt: now + KEPT_AFTER_CLOSING } : before,
    )
    return {}
  },
}
