import type { identity as contract } from '../../../../core/people/identity/contract'
import { GUESSES, isInviteCode, judgeInvite } from '../../../../core/people/identity/rules'
import { bareCode } from '../../../../core/shared/typed-code'
import { standsOver } from '../../../../core/shared/offices'
import type { Bound } from '../../../kernel/identity'
import { windowEnd } from '../../../kernel/limits'
import { Invites, type Invite } from './documents'
import { Members } from '../documents'
import { isOfficeInvite, takeOffice, tellOffice } from '../organizations/take-office'
import type { Context, Handlers } from '../use-case'
import { bindHelper, bindSelf, endBond } from './bonds'
import { ownId } from './own-id'
import { countInAll, provedInAll, takeCode } from './guesses'
import { tellBound, tellHelper } from './tell-bound'

/** Writes what a claimed invitation promised; answers whether it still held when that was done. */
const fulfil = async (
  context: Context<'me.bind'>,
  invite: Invite,
  resumed: boolean,
): Promise<'done' | 'INVITE_INVALID' | 'ALREADY_BOUND'> => {
  const { store, openid, account, now, audit } = context
  const giveBack = () => store.table(Invites).update({ _id: invite._id, usedBy: openid }, { unset: ['usedBy', 'usedAt'] })
  const known = account?.people.includes(invite.memberId) ?? false
  const office = isOfficeInvite(invite) ? invite : null
  // What was done to the end is not done again: the office may have been taken away since.
  if (office && resumed && known) return 'done'
  const member = office ? await takeOffice(context, office) : await store.table(Members).get(invite.memberId)
  if (member?.state !== 'active') return 'INVITE_INVALID'
  // An officer is bound by the office above: an invitation from before the office binds only if its giver is over it still.
  if (invite.as.kind === 'self' && member.grants.length > 0) {
    const { memberId: issuerId } = invite.createdBy
    const issuer = issuerId === null ? null : await store.table(Members).get(issuerId)
    if (issuer?.state !== 'active' || !standsOver(issuer.grants, member.grants)) return known ? 'done' : 'INVITE_INVALID'
  }
  let bound: Bound | null = null
  if (invite.as.kind === 'family') await bindHelper(context, invite.memberId, invite.as)
  else {
    bound = await bindSelf(context, invite.memberId, 'invitation')
    if (!bound) {
      await giveBack()
      return 'ALREADY_BOUND'
    }
  }
  // The elder may have ended the bond while this ran; they take the invitation away first, so a second look sees it.
  const invitation = await store.table(Invites).get(invite._id)
  if (invitation?.usedBy !== openid || invitation.code !== invite.code) {
    await endBond(store, { _id: openid }, invite.memberId)
    return 'INVITE_INVALID'
  }
  if (bound) await tellBound(context, member, bound)
  if (office) await tellOffice(context, office)
  else if (invite.as.kind === 'family') await tellHelper(context, member, invite.as.name, invite.usedAt ?? now)
  if (!known) audit(invite.memberId, invite.as.kind === 'family' ? 'helper.bound' : 'account.bound')
  return 'done'
}

export const bind: Handlers<Pick<typeof contract, 'me.bind'>> = {
  async 'me.bind'({ inviteCode }, context) {
    const { store, openid, now, fail } = context
    const invites = store.table(Invites)
    const code = bareCode(inviteCode)
    const look = async () => (isInviteCode(code) ? ((await invites.find({ code }, { limit: 1 }))[0] ?? null) : null)
    const refuse = () => fail('INVITE_INVALID')
    const binder = { openid, memberId: ownId(context) }
    // Counted first, so that guesses sent at once cannot slip past.
    await countInAll(context)
    const fresh = await takeCode(context, 'invite', code)
    const invite = await look()
    const verdict = judgeInvite(invite, binder, now)
    // An account that guessed too often is not told that the eleventh was right; one that used this code before learns nothing by asking again.
    if (!fresh && verdict !== 'resume') return fail('RATE_LIMITED', { until: windowEnd(now, GUESSES.windowMs) })
    if (!invite || verdict === 'INVITE_INVALID') return refuse()
    await provedInAll(context)
    if (verdict === 'ALREADY_BOUND') return fail('ALREADY_BOUND')
    if (verdict === 'bind') {
      const claim = { _id: invite._id, code, usedBy: { exists: false }, expiresAt: { gt: now } }
      const claimed = await invites.update(claim, { set: { usedBy: openid, usedAt: now } })
      if (claimed === 0 && judgeInvite(await look(), binder, now) !== 'resume') return refuse()
    }
    const outcome = await fulfil(context, invite, verdict === 'resume')
    return outcome === 'done' ? { memberId: invite.memberId } : fail(outcome)
  },
}
