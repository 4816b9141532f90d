import { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { accounts } from './accounts'
import { agree } from './agree'
import { answerDoor } from './answer-door'
import { bind } from './bind'
import { bindByPhone } from './bind-by-phone'
import { correct } from './correct'
import { data } from './data'
import { endFamilyBond } from './end-family-bond'
import { get } from './get'
import { inviteFamily } from './invite-family'
import { inviteFamilyFor } from './invite-family-for'
import { register } from './register'
import { unbind } from './unbind'
import { withdraw } from './withdraw'

/** Who is at the phone, which elders they may act for, and what is held about them. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...get, ...bind, ...bindByPhone, ...unbind, ...agree, ...accounts },
  ...{ ...data, ...correct, ...answerDoor, ...withdraw },
  ...{ ...inviteFamily, ...inviteFamilyFor, ...endFamilyBond },
  'me.register': register,
}

export { contract }
export { homes } from '../use-case'
