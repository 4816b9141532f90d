import type { identity as contract } from '../../../../core/people/identity/contract'
import { GUESSES, isInviteCode, judgeInvite, normalizeInviteCode } from '../../../../core/people/identity/rules'
import { Invites, Members, type Invite } from '../documents'
import type { Context, Handlers } from '../use-case'
import { bindHelper, bindSelf, endBond } from './bonds'
import { ownId } from './own-id'
import { countGuess } from './verified-phone'

/** Writes what a claimed invitation promised; answers whether it still held when that was done. */
const fulfil = async (context: Context<'me.bind'>, invite: Invite): Promise<'done' | 'INVITE_INVALID' | 'ALREADY_BOUND'> => {
  const { store, openid, account, audit } = context
  const giveBack = () => store.table(Invites).update({ _id: invite._id, usedBy: openid }, { unset: ['usedBy', 'usedAt'] })
  const member = await store.table(Members).get(invite.memberId)
  if (member?.state !== 'active') return 'INVITE_INVALID'
  const known = account?.people.includes(invite.memberId) ?? false
  if (invite.as.kind === 'family') await bindHelper(context, invite.memberId, invite.as)
  else if (!(await bindSelf(context, invite.memberId))) {
    await giveBack()
    return 'ALREADY_BOUND'
  }
  // The elder may have ended the bond while this ran; they take the invitation away first, so a second look sees it.
  const invitation = await store.table(Invites).get(invite._id)
  if (invitation?.usedBy !== openid || invitation.code !== invite.code) {
    await endBond(store, { _id: openid }, invite.memberId)
    return 'INVITE_INVALID'
  }
  if (!known) audit(invite.memberId, invite.as.kind === 'self' ? 'account.bound' : 'helper.bound')
  return 'done'
}

export const bind: Handlers<Pick<typeof contract, 'me.bind'>> = {
  async 'me.bind'({ inviteCode }, context) {
    const { store, openid, now, fail, spent } = context
    const invites = store.table(Invites)
    const code = normalizeInviteCode(inviteCode)
    const look = async () => (isInviteCode(code) ? ((await invites.find({ code }, { limit: 1 }))[0] ?? null) : null)
    const refuse = async () => {
      await countGuess(context)
      return fail('INVITE_INVALID')
    }
    const binder = { openid, memberId: ownId(context) }
    const [invite, tired] = await Promise.all([look(), spent(openid, GUESSES.max, GUESSES.windowMs)])
    const verdict = judgeInvite(invite, binder, now)
    // Who guessed too often is not told that the eleventh was right; who used this code before learned nothing by asking again.
    if (tired && verdict !== 'resume') return refuse()
    if (!invite || verdict === 'INVITE_INVALID') return refuse()
    if (verdict === 'ALREADY_BOUND') return fail('ALREADY_BOUND')
    if (verdict === 'bind') {
      const claim = { _id: invite._id, code, usedBy: { exists: false }, expiresAt: { gt: now } }
      const claimed = await invites.update(claim, { set: { usedBy: openid, usedAt: now } })
      if (claimed === 0 && judgeInvite(await look(), binder, now) !== 'resume') return refuse()
    }
    const outcome = await fulfil(context, invite)
    return outcome === 'done' ? { memberId: invite.memberId } : fail(outcome)
  },
}
