import { Accounts } from '../../../kernel/identity'
import { GUESSES, VERIFIED_FOR_MS } from '../../../../core/people/identity/rules'
import type { Account } from '../../../kernel/identity'
import type { Context } from '../use-case'
import { windowEnd } from '../../../kernel/limits'
import { openAccount } from './bonds'
import { takeCode } from './guesses'

type Verifying = Context<'me.bindByPhone'> | Context<'me.register'> | Context<'joining.ask'>

/** How often, and after how many ms each time, a call that was not first looks whether the first has heard from WeChat. */
const [LOOKS, LOOK_EACH_MS] = [25, 100]

/** The number this code has verified already, where it has. */
const verifiedWith = (account: Account | null, phoneCode: string): string | undefined =>
  account?.verifiedWith === phoneCode ? account.verifiedPhone : undefined

/**
 * Waits for what another tap hears from WeChat: the number, null where WeChat does not know the code, nothing where the other seems to have been
 * cut off.
 */
const heardByOther = async (
  { store, openid }: Pick<Verifying, 'store' | 'openid'>,
  phoneCode: string,
): Promise<string | null | undefined> => {
  for (let look = 0; look < LOOKS; look++) {
    const account = await store.table(Accounts).get(openid)
    const phone = verifiedWith(account, phoneCode)
    if (phone !== undefined) return phone
    if (account?.lookingUp !== phoneCode) return null
    await new Promise(resolve => setTimeout(resolve, LOOK_EACH_MS))
  }
  return undefined
}

/** The number WeChat vouches for: by a fresh code, or for an hour by the last one. */
export const verifiedPhone = async (context: Verifying, phoneCode: string | undefined): Promise<string> => {
  const { store, openid, account, now, wechat, environment, fail } = context
  if (!environment().on.phoneBinding) return fail('PHONE_BINDING_OFF')
  const fresh = account?.verifiedAt !== undefined && now - account.verifiedAt < VERIFIED_FOR_MS
  if (account?.verifiedPhone && fresh && (phoneCode === undefined || phoneCode === account.verifiedWith)) return account.verifiedPhone
  if (phoneCode === undefined) return fail('PHONE_CODE_INVALID')
  if (!(await takeCode(context, 'number', phoneCode))) return fail('RATE_LIMITED', { until: windowEnd(now, GUESSES.windowMs) })
  await openAccount(context)
  const accounts = store.table(Accounts)
  // WeChat takes a code once: of many taps one asks it, and all the others hear what that one heard.
  const first = await accounts.update({ _id: openid, lookingUp: { not: phoneCode } }, { set: { lookingUp: phoneCode } })
  if (first === 0) {
    const heard = await heardByOther(context, phoneCode)
    if (heard !== undefined) return heard ?? fail('PHONE_CODE_INVALID')
  }
  const phone = await wechat.phoneNumber(phoneCode).catch(async (error: unknown) => {
    await accounts.update({ _id: openid, lookingUp: phoneCode }, { unset: ['lookingUp'] })
    throw error
  })
  if (phone !== null) {
    await accounts.update(
      { _id: openid },
      { set: { verifiedPhone: phone, verifiedWith: phoneCode, verifiedAt: now }, unset: ['lookingUp'] },
    )
    return phone
  }
  await accounts.update({ _id: openid, lookingUp: phoneCode }, { unset: ['lookingUp'] })
  // A tap before this one may have used it up meanwhile.
  const known = verifiedWith(await accounts.get(openid), phoneCode)
  if (known !== undefined) return known
  return fail('PHONE_CODE_INVALID')
}
