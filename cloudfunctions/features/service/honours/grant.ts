import type { honours as contract } from '../../../../core/service/honours/contract'
import { sayGranted, sayWithdrawn } from '../../../../core/service/honours/notices'
import { samenessOf } from '../../../../core/service/honours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { Members, type Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { Honours, type Honour } from './documents'
import { answerProposal } from './proposals'

/** Does the person belong at or below that place, or are they a volunteer it vouched for? */
const isUnder = ({ path, affiliates, vouched }: Member, place: string): boolean =>
  [path, ...affiliates.map(one => one.path), vouched?.path ?? ''].some(one => one.startsWith(place))

export const grant: Handlers<Pick<typeof contract, 'honour.grant' | 'honour.withdraw' | 'honour.pass'>> = {
  async 'honour.grant'({ orgId, memberId, title, on, reason = '', hours }, context) {
    const { store, subject: org, actor: grantedBy, commandId, newId, now, tell, audit, checkText, fail } = context
    const table = store.table(Honours)
    const sameness = samenessOf({ orgId, memberId, title, on })
    const [member, before] = await Promise.all([
      store.table(Members).get(memberId),
      table.find({ sameness }, { limit: 1 }),
      checkText(title, reason),
    ])
    if (!member || member.state !== 'active' || !isUnder(member, org.path)) return fail('NOT_FOUND')
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    const made: Honour = {
      ...{ _id: commandId, memberId, name: member.name, orgId, orgName: org.name, path: org.path, title, reason, on, sameness },
      ...{ scopes: [...new Set([...scopesOf(member.path), ...scopesOf(org.path)])], code: newId(), state: 'stands', grantedBy, at: now },
    }
    const added = before[0] === undefined && (await table.add(made)) === 'added'
    // The same command after a withdrawal finds its own row; another phone's tap finds the one that stands.
    const honour = added ? made : (before[0] ?? (await table.get(commandId)) ?? (await table.find({ sameness }, { limit: 1 }))[0])
    if (!honour) return fail('CONFLICT')
    if (added) audit(memberId, 'honour.granted', title)
    if (hours !== undefined) await answerProposal(context, memberId, hours)
    if (honour.state === 'stands')
      await tell([memberId], sayGranted({ honourId: honour._id, title, orgName: org.name, at: honour.at }, honour.reason))
    return { honourId: honour._id }
  },

  async 'honour.withdraw'({ honourId, reason }, { store, subject: honour, actor: by, now, tell, audit, checkText }) {
    await checkText(reason)
    const withdrawn = { at: now, by, reason }
    const written = await store
      .table(Honours)
      .update({ _id: honourId, state: 'stands' }, { set: { state: 'withdrawn', withdrawn, sameness: honourId } })
    if (written > 0) audit(honour.memberId, 'honour.withdrawn', honour.title)
    const stood = written > 0 ? reason : (honour.withdrawn?.reason ?? reason)
    await tell([honour.memberId], sayWithdrawn({ honourId, title: honour.title, orgName: honour.orgName, at: now }, stood))
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
