import { GUESSES, VERIFIED_FOR_MS } from '../../../core/identity/rules'
import type { Context } from '../../kernel/ports'
import { openAccount } from './bonds'

type Verifying = Pick<Context<'me.get'>, 'store' | 'openid' | 'account' | 'now' | 'wechat' | 'limit'> & {
  fail: (code: 'PHONE_CODE_INVALID') => never
}

/** Uses up a tried guess; the eleventh within ten minutes ends with RATE_LIMITED. */
export const countGuess = (context: Pick<Context<'me.get'>, 'limit' | 'openid'>): Promise<void> =>
  context.limit(context.openid, GUESSES.max, GUESSES.windowMs)

/** The number WeChat vouches for: by a fresh code, or for an hour by the last one. */
export const verifiedPhone = async (context: Verifying, phoneCode: string | undefined): Promise<string> => {
  const { store, openid, account, now, wechat, fail } = context
  const fresh = account?.verifiedAt !== undefined && now - account.verifiedAt < VERIFIED_FOR_MS
  if (account?.verifiedPhone && fresh && (phoneCode === undefined || phoneCode === account.verifiedWith)) return account.verifiedPhone
  if (phoneCode === undefined) return fail('PHONE_CODE_INVALID')
  const phone = await wechat.phoneNumber(phoneCode)
  if (phone === null) {
    // WeChat takes a code once: a second tap may find that the first has used it meanwhile.
    const again = await store.table('accounts').get(openid)
    if (again?.verifiedPhone !== undefined && again.verifiedWith === phoneCode) return again.verifiedPhone
    await countGuess(context)
    return fail('PHONE_CODE_INVALID')
  }
  await openAccount(context)
  await store.table('accounts').update({ _id: openid }, { set: { verifiedPhone: phone, verifiedWith: phoneCode, verifiedAt: now } })
  return phone
}
