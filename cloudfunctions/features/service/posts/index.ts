import { posts as contract } from '../../../../core/service/posts/contract'
import type { Handlers } from '../use-case'
import { cancel } from './cancel'
import { card } from './card'
import { change } from './change'
import { claim } from './claim'
import { codes } from './codes'
import { dutyList } from './duty-list'
import { feedback } from './feedback'
import { get } from './get'
import { holders } from './holders'
import { list } from './list'
import { offer } from './offer'
import { phone } from './phone'
import { publish } from './publish'
import { resolve } from './resolve'
import { settleShift } from './settle-shift'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { takeOver } from './take-over'
import { thank } from './thank'
import { withdraw } from './withdraw'

/** Service posts (P20): put up, claimed from a chat, swapped, served and thanked for. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...publish, ...change, ...cancel, ...get, ...list },
  ...{ ...claim, ...withdraw, ...offer, ...takeOver, ...card },
  ...{ ...codes, ...signIn, ...signOut, ...settleShift, ...resolve, ...feedback },
  ...{ ...holders, ...phone, ...thank, ...dutyList },
}

export { contract }
export { homes } from '../use-case'
