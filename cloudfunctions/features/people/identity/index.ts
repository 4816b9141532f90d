import { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { get } from './get'

const rest = () => import('./rest')

/**
 * Who is at the phone, which elders they may act for, and what is held about them. Every phone begins with `me.get`, and so does nearly every container: the
 * rest is loaded when it is asked for.
 */
export const handlers: Handlers<typeof contract> = {
  ...get,
  'me.bind': async (input, context) => (await rest()).bind['me.bind'](input, context),
  'me.bindByPhone': async (input, context) => (await rest()).bindByPhone['me.bindByPhone'](input, context),
  'me.register': async (input, context) => (await rest()).register(input, context),
  'me.unbind': async (input, context) => (await rest()).unbind['me.unbind'](input, context),
  'me.agree': async (input, context) => (await rest()).agree['me.agree'](input, context),
  'me.accounts': async (input, context) => (await rest()).accounts['me.accounts'](input, context),
  'me.endAccount': async (input, context) => (await rest()).accounts['me.endAccount'](input, context),
  'me.data': async (input, context) => (await rest()).data['me.data'](input, context),
  'me.export': async (input, context) => (await rest()).data['me.export'](input, context),
  'me.correct': async (input, context) => (await rest()).correct['me.correct'](input, context),
  'me.answerDoor': async (input, context) => (await rest()).answerDoor['me.answerDoor'](input, context),
  'me.withdraw': async (input, context) => (await rest()).withdraw['me.withdraw'](input, context),
  'family.invite': async (input, context) => (await rest()).inviteFamily['family.invite'](input, context),
  'family.inviteFor': async (input, context) => (await rest()).inviteFamilyFor['family.inviteFor'](input, context),
  'family.end': async (input, context) => (await rest()).endFamilyBond['family.end'](input, context),
}

export { contract }
export { homes } from '../use-case'
