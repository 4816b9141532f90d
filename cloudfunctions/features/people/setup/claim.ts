import { GUESSES } from '../../../../core/people/identity/rules'
import type { setup as contract } from '../../../../core/people/setup/contract'
import { isSetupCode } from '../../../../core/people/setup/rules'
import { bareCode } from '../../../../core/shared/typed-code'
import { announce } from '../../../kernel/announcements'
import { windowEnd } from '../../../kernel/limits'
import { AccountsChanged } from '../announcements'
import { SETUP, Setups, type Setup } from './documents'
import { countInAll, provedInAll, takeCode } from '../identity/guesses'
import { bindSelf, endBond } from '../identity/bonds'
import { ownAccounts } from '../identity/own-accounts'
import { ownId } from '../identity/own-id'
import type { Context, Handlers } from '../use-case'
import { isCodeOf } from './code-hash'
import { makeCommittee, makeOfficer } from './first'
import { setupStanding } from './standing'

type Claiming = Context<'setup.claim'>
/** A claim that is this account's: what it makes. */
type Claimed = Setup & { orgId: string; memberId: string }
const isClaimed = (row: Setup | null): row is Claimed => row?.orgId !== undefined && row.memberId !== undefined

/**
 * Takes the code for this account: one conditional write decides which of two phones is first. A claim that another account began, and that a newer code
 * has taken from it, is gone on with: what it made is not made twice.
 */
const take = async ({ store, openid, newId, fail }: Claiming, row: Setup): Promise<Claimed> => {
  const setups = store.table(Setups)
  if (row.claimedBy === undefined) {
    const set = { claimedBy: openid, orgId: row.orgId ?? newId(), memberId: row.memberId ?? newId() }
    await setups.update({ _id: SETUP, hash: row.hash, claimedBy: { exists: false } }, { set })
  }
  const now = await setups.get(SETUP)
  if (now?.hash !== row.hash) return fail('SETUP_CODE_INVALID')
  return isClaimed(now) && now.claimedBy === openid ? now : fail('SETUP_DONE')
}

/** Makes what the claim is for; each step may be done twice. The mark at the end decides whether the claim still held. */
const fulfil = async (context: Claiming, claimed: Claimed, orgName: string, name: string): Promise<void> => {
  const { store, openid, now, audit, fail } = context
  const { orgId, memberId } = claimed
  const org = await makeCommittee(context, orgId, orgName)
  if (!org) return fail('INVALID_INPUT', { paths: ['orgName'] })
  await makeOfficer(context, memberId, name, org)
  for (const one of await ownAccounts(store, memberId)) if (one._id !== openid) await endBond(store, one, memberId)
  if (!(await bindSelf(context, memberId, 'invitation'))) return fail('ALREADY_BOUND')
  const setups = store.table(Setups)
  await setups.update({ _id: SETUP, hash: claimed.hash, claimedBy: openid, doneAt: { exists: false } }, { set: { doneAt: now } })
  const row = await setups.get(SETUP)
  if (row?.hash !== claimed.hash || row.claimedBy !== openid) {
    // The technician made another code meanwhile.
    await endBond(store, { _id: openid }, memberId)
    return fail('SETUP_DONE')
  }
  await announce(context, AccountsChanged, { branchId: orgId })
  audit(memberId, 'office.given', `bureau of ${orgId}`)
  audit(memberId, 'account.bound', 'setup code')
}

export const claim: Handlers<Pick<typeof contract, 'setup.claim'>> = {
  async 'setup.claim'({ setupCode, orgName, name }, context) {
    const { store, openid, now, checkText, fail } = context
    const code = bareCode(setupCode)
    const { row, needed } = await setupStanding(store)
    const begun = row?.claimedBy === openid
    if (!needed) {
      const again = begun && isClaimed(row) && (await isCodeOf(code, row))
      return again ? { orgId: row.orgId, memberId: row.memberId } : fail('SETUP_DONE')
    }
    // Counted first, so that guesses sent at once cannot slip past.
    await countInAll(context)
    if (!(await takeCode(context, 'setup', code))) return fail('RATE_LIMITED', { until: windowEnd(now, GUESSES.windowMs) })
    const stands = row !== null && row.doneAt === undefined && (begun || now < row.expiresAt)
    if (!stands || !isSetupCode(code) || !(await isCodeOf(code, row))) return fail('SETUP_CODE_INVALID')
    await provedInAll(context)
    const own = ownId(context)
    // A registered volunteer is a person already; who they are is not silently replaced.
    if (own !== null && own !== row.memberId) return fail('ALREADY_BOUND')
    if (row.claimedBy !== undefined && !begun) return fail('SETUP_DONE')
    await checkText(orgName, name)
    const claimed = await take(context, row)
    await fulfil(context, claimed, orgName, name)
    return { orgId: claimed.orgId, memberId: claimed.memberId }
  },
}
