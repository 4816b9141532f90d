import type { foundings as contract } from '../../../../core/people/foundings/contract'
import { sayRefused, sayWithdrawn } from '../../../../core/people/foundings/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { officersAbove } from '../committees/told'
import { Organizations } from '../documents'
import { historyRow } from '../organizations/history'
import type { Handlers } from '../use-case'
import { applicants, appliedFrom, Foundings } from './documents'
import { finish } from './finish'

type Answers = Pick<typeof contract, 'founding.agree' | 'founding.refuse' | 'founding.withdraw' | 'founding.file'>

/** One conditional write answers an application; whichever is first stands, and the same again is told the same. */
export const answer: Handlers<Answers> = {
  async 'founding.agree'({ foundingId: _id, documentNo }, context) {
    const { store, subject: row, actor: answeredBy, now, checkText, fail } = context
    const table = store.table(Foundings)
    if (row.state === 'open') {
      const beside = { parentId: row.underId, name: row.name }
      const [[namesake]] = await Promise.all([store.table(Organizations).find(beside, { limit: 1 }), checkText(documentNo)])
      // The branch itself stands already where the same answer was given at the same moment.
      if (namesake && namesake._id !== _id) return fail('ORG_NAME_TAKEN')
      const set = { state: 'agreed' as const, documentNo, answeredOn: dateOf(now), answeredBy, dueAt: now }
      await table.update({ _id, state: 'open' }, { set, unset: ['chaseAt'] })
    }
    const stands = await table.get(_id)
    if (stands?.documentNo !== documentNo) return fail('FOUNDING_ANSWERED')
    if (stands.dueAt !== undefined && !(await finish(context, stands))) return fail('ORG_NAME_TAKEN')
    return { branchId: _id }
  },

  async 'founding.refuse'({ foundingId: _id, words }, context) {
    const { store, subject: row, actor: answeredBy, now, tell, checkText, fail } = context
    const table = store.table(Foundings)
    await checkText(words)
    const set = { state: 'refused' as const, open: false, words, answeredOn: dateOf(now), answeredBy }
    if ((await table.update({ _id, state: 'open' }, { set, unset: ['chaseAt'] })) === 0)
      return (await table.get(_id))?.state === 'refused' ? {} : fail('FOUNDING_ANSWERED')
    if (row.by.memberId !== null) await tell([row.by.memberId], sayRefused(row, words, now))
    return {}
  },

  async 'founding.withdraw'({ foundingId: _id, words = '' }, context) {
    const { store, subject: row, actor: answeredBy, person, now, holds, tell, checkText, fail } = context
    if (!holds(applicants, appliedFrom(row))) return fail('FORBIDDEN')
    const table = store.table(Foundings)
    await checkText(words)
    const set = { state: 'withdrawn' as const, open: false, words, answeredOn: dateOf(now), answeredBy }
    if ((await table.update({ _id, state: 'open' }, { set, unset: ['chaseAt'] })) === 0)
      return (await table.get(_id))?.state === 'withdrawn' ? {} : fail('FOUNDING_ANSWERED')
    const above = await officersAbove(store, row.path)
    await tell(
      above.filter(one => one !== person._id),
      sayWithdrawn(row, words, now),
    )
    return {}
  },

  async 'founding.file'({ foundingId: _id, documentNo, on }, context) {
    const { store, subject: row, actor: by, now, commandId, checkText, fail } = context
    const table = store.table(Foundings)
    if (on > dateOf(now) || on < (row.answeredOn ?? on)) return fail('INVALID_INPUT', { paths: ['on'] })
    await checkText(documentNo)
    const filed = { documentNo, on, by }
    await table.update({ _id, state: 'agreed', dueAt: { exists: false } }, { set: { state: 'filed', open: false, filed } })
    const stands = await table.get(_id)
    if (stands?.filed?.documentNo !== documentNo || stands.filed.on !== on) return fail('FOUNDING_ANSWERED')
    // Once for one command.
    const entry = { ...historyRow(context, 'document: 备案'), on, documentNo }
    await store.table(Organizations).update({ _id, 'history.commandId': { not: commandId } }, { push: { history: entry } })
    return {}
  },
}
