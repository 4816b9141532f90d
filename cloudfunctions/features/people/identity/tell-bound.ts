import { sayBound, sayHelperBound } from '../../../../core/people/identity/notices'
import type { Bound } from '../../../kernel/identity'
import { tell } from '../../../kernel/tell'
import type { Member } from '../documents'
import type { Context } from '../use-case'
import { accountRef } from './account-ref'
import { keepersOf } from './keepers'

type Binding = Context<'me.get'> | Context<'me.bind'> | Context<'me.bindByPhone'> | Context<'me.register'>

/** Tells the accounts already bound, and the officers who keep the person, that this account was bound as the person. Repeated, it is told once. */
export const tellBound = async (context: Binding, member: Member, { at, how }: Bound): Promise<void> => {
  const said = sayBound({ memberId: member._id, name: member.name, at }, accountRef(member._id, context.openid), how)
  if (member.bound) await tell(context, [member._id], said.member)
  // A first binding by the invitation that an officer gave needs no alarm.
  await tell(context, await keepersOf(context.store, member), said.keeper, { quiet: !member.bound && how === 'invitation' })
}

/** The same of a family helper. */
export const tellHelper = async (context: Binding, elder: Member, helper: string, since: number): Promise<void> => {
  const said = sayHelperBound({ memberId: elder._id, name: elder.name, at: since }, accountRef(elder._id, context.openid), helper)
  await tell(context, [elder._id], said.member)
  await tell(context, await keepersOf(context.store, elder), said.keeper, { quiet: true })
}
