import type { honours as contract } from '../../../../core/service/honours/contract'
import { sayWithdrawn } from '../../../../core/service/honours/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Honours } from './documents'
import { honour, isUnder } from './honour'
import { answerProposal } from './proposals'

export const grant: Handlers<Pick<typeof contract, 'honour.grant' | 'honour.withdraw' | 'honour.pass'>> = {
  async 'honour.grant'({ memberId, title, on, reason = '', hours }, context) {
    const { subject: org, commandId, now, checkText, fail } = context
    await checkText(title, reason)
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    const granted = await honour(context, org, { _id: commandId, memberId, title, on, reason })
    if (granted === null) return fail('NOT_FOUND')
    if (granted === 'CONFLICT') return fail('CONFLICT')
    if (hours !== undefined) await answerProposal(context, memberId, hours)
    return { honourId: granted._id }
  },

  async 'honour.withdraw'({ honourId, reason }, { store, subject, actor: by, now, tell, audit, checkText }) {
    await checkText(reason)
    const withdrawn = { at: now, by, reason }
    const written = await store
      .table(Honours)
      .update({ _id: honourId, state: 'stands' }, { set: { state: 'withdrawn', withdrawn, sameness: honourId } })
    if (written > 0) audit(subject.memberId, 'honour.withdrawn', subject.title)
    const stood = written > 0 ? reason : (subject.withdrawn?.reason ?? reason)
    await tell([subject.memberId], sayWithdrawn({ honourId, title: subject.title, orgName: subject.orgName, at: now }, stood))
    return {}
  },

  async 'honour.pass'({ memberId, hours }, context) {
    const { store, subject: org, fail } = context
    const member = await store.table(Members).get(memberId)
    if (!member || !isUnder(member, org.path)) return fail('NOT_FOUND')
    await answerProposal(context, memberId, hours)
    return {}
  },
}
