import type { cases as contract } from '../../../../core/help/cases/contract'
import { ask, under } from '../../../../core/help/cases/rules'
import { quietNotice } from '../../../../core/help/cases/notices'
import { holds as holdsOver } from '../../../kernel/access'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { caseFor, change } from './row'

/** The offices that open a case, by which the keeper asks people and hands it over. */
const opens = ['secretary', 'street'] as const

/** Who is named, and what they say to it. */
export const people: Handlers<Pick<typeof contract, 'case.invite' | 'case.answer' | 'case.handOver'>> = {
  async 'case.invite'({ caseId, memberIds }, context) {
    const { store, person, now, holds, tell, fail } = context
    const [{ row, as }, members] = await Promise.all([caseFor(context, caseId), store.table(Members).getMany(memberIds)])
    if (as !== 'keeper') return fail('FORBIDDEN')
    if (row.closedAt !== undefined) return fail('CASE_CLOSED')
    const fit = members.filter(
      one => one.state === 'active' && one._id !== row.memberId && one._id !== person._id && holds(opens, one.path),
    )
    if (memberIds.some(id => !fit.some(one => one._id === id))) return fail('INVALID_INPUT', { paths: ['memberIds'] })
    const after = await change(store, row, before => {
      if (before.closedAt !== undefined) return fail('CASE_CLOSED')
      return { ...before, asked: ask(before.asked, memberIds, now) }
    })
    for (const { memberId, at, answer } of after.asked)
      if (answer === undefined && memberIds.includes(memberId)) await tell([memberId], quietNotice(caseId, `asked:${String(at)}`, at))
    return {}
  },

  async 'case.answer'({ caseId, answer }, context) {
    const { store, person, now, tell, fail } = context
    const { row, as } = await caseFor(context, caseId)
    if (as === 'keeper') return fail('NOT_FOUND')
    if (as === 'in' && answer === 'yes') return {}
    if (row.closedAt !== undefined) return fail('CASE_CLOSED')
    const after = await change(store, row, before => ({
      ...before,
      asked: before.asked.map(one => (one.memberId === person._id ? { ...one, answer } : one)),
    }))
    await tell([after.keeperId], quietNotice(caseId, `answer:${person._id}:${answer}`, now))
    return {}
  },

  async 'case.handOver'({ caseId, memberId }, context) {
    const { store, now, tell, fail } = context
    const { row, as } = await caseFor(context, caseId)
    if (as !== 'keeper') return fail('FORBIDDEN')
    if (memberId === row.keeperId) return {}
    if (row.closedAt !== undefined) return fail('CASE_CLOSED')
    const found = await store.table(Members).getMany([memberId, row.memberId])
    const [successor, about] = [memberId, row.memberId].map(id => found.find(one => one._id === id))
    const fits =
      successor?.state === 'active' &&
      memberId !== row.memberId &&
      (row.asked.some(one => one.memberId === memberId && one.answer === 'yes') ||
        (about !== undefined && holdsOver([successor], opens, about.path)))
    if (!fits) return fail('INVALID_INPUT', { paths: ['memberId'] })
    await change(store, row, before => (before.keeperId === row.keeperId ? under(before, memberId) : fail('CONFLICT')))
    await tell([memberId], quietNotice(caseId, `kept:${memberId}:${String(row.version)}`, now))
    return {}
  },
}
