import type { cases as contract } from '../../../../core/help/cases/contract'
import type { Handlers } from '../use-case'
import { type QuietCase, QuietCases } from './documents'

export const open: Handlers<Pick<typeof contract, 'case.open'>> = {
  async 'case.open'({ memberId, topic }, { store, subject, person, commandId, now, fail }) {
    if (memberId === person._id || subject.state !== 'active') return fail('INVALID_INPUT', { paths: ['memberId'] })
    const wanted: QuietCase = {
      ...{ _id: commandId, memberId, keeperId: person._id, asked: [], named: [person._id], topic, notes: [], openedAt: now },
      version: 1,
    }
    await store.table(QuietCases).add(wanted)
    return { caseId: commandId }
  },
}
