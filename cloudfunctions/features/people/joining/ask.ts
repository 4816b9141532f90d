import { createHash } from 'node:crypto'
import type { joining as contract } from '../../../../core/people/joining/contract'
import { sayAsks } from '../../../../core/people/joining/notices'
import { ALL_ASKS, ASKED_FOR_MS, ASKS, WAITING_AT_ONCE } from '../../../../core/people/joining/rules'
import { takeGuess, windowEnd } from '../../../kernel/limits'
import { Invites } from '../identity/documents'
import { Joinings, type Joining } from './documents'
import type { Organization } from '../documents'
import { bureauOfficers, secretariesOf } from '../identity/keepers'
import { markCoverage } from '../coverage/marks'
import { ownId } from '../identity/own-id'
import { verifiedPhone } from '../identity/verified-phone'
import type { Context, Handlers } from '../use-case'
import { deskFor } from './desk'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** One account asks once at a time; the OPENID cannot be read from it. */
export const joiningIdOf = (openid: string): string => `join-${hashOf(`joining:${openid}`)}`

const placeOf = (desk: Pick<Organization, 'kind'>) => (desk.kind === 'branch' ? 'branch' : 'bureau')

/** Counts the asking: an account, a number and all together may ask so often; the same asked twice is one. */
const count = async (context: Context<'joining.ask'>, what: string, phone: string): Promise<void> => {
  const { openid, now, limit, fail } = context
  const keys = [`joining:account:${openid}`, `joining:number:${hashOf(phone)}`]
  const within = await Promise.all(keys.map(key => takeGuess(context, key, what, ASKS)))
  if (within.includes(false)) return fail('RATE_LIMITED', { until: windowEnd(now, ASKS.windowMs) })
  await limit('joining:all', ALL_ASKS.max, ALL_ASKS.windowMs)
}

/** Who hears of it: the secretaries of the branch, else the officers of the bureau. */
export const tellDesk = async (
  { store, tell }: Pick<Context<'joining.ask'>, 'store' | 'tell'>,
  desk: Organization,
  { _id, name, at }: Joining,
): Promise<void> => {
  const officers = desk.kind === 'branch' ? await secretariesOf(store, { branchId: desk._id }) : await bureauOfficers(store)
  await tell(officers, sayAsks({ joiningId: _id, name, orgId: desk._id, at }))
}

export const ask: Handlers<Pick<typeof contract, 'joining.ask' | 'joining.mine'>> = {
  async 'joining.ask'({ name, branch, token, phoneCode }, context) {
    const { store, openid, now, newId, checkText, fail } = context
    if (ownId(context) !== null) return fail('ALREADY_BOUND')
    const phone = await verifiedPhone(context, phoneCode)
    await checkText(name, branch)
    await count(context, [name, branch ?? '', token ?? '', phone].join('/'), phone)
    const desk = await deskFor(store, { token, branch, phone })
    if (!desk) return fail('NOT_FOUND')
    const joinings = store.table(Joinings)
    const _id = joiningIdOf(openid)
    const before = await joinings.get(_id)
    // What an officer has said yes to stands.
    if (before?.state === 'added' && before.until > now) return { to: placeOf(desk) }
    const waits = { orgId: desk._id, state: 'open' } as const
    if (before?.state !== 'open' && (await joinings.count(waits)) >= WAITING_AT_ONCE)
      return fail('RATE_LIMITED', { until: windowEnd(now, ALL_ASKS.windowMs) })
    const memberId = before?.state === 'open' ? before.memberId : newId()
    const place = { ...waits, path: desk.path, toBranch: desk.kind === 'branch' }
    const set = { ...place, openid, name, phone, said: branch ?? '', at: now, memberId, until: now + ASKED_FOR_MS }
    const written = before
      ? (await joinings.update({ _id, state: before.state, memberId: before.memberId }, { set, unset: ['addedId', 'inviteCode'] })) > 0
      : (await joinings.add({ _id, ...set })) === 'added'
    if (written) await tellDesk(context, desk, { _id, ...set })
    if (written && desk.kind !== 'branch') await markCoverage(context, [desk._id])
    return { to: placeOf(desk) }
  },
  async 'joining.mine'(_, context) {
    const { store, openid, now } = context
    const row = ownId(context) === null ? await store.table(Joinings).get(joiningIdOf(openid)) : null
    if (!row || row.until <= now) return { asked: null }
    const { state, toBranch, name, at, inviteCode } = row
    const [invite] = inviteCode === undefined ? [] : await store.table(Invites).find({ code: inviteCode }, { limit: 1 })
    const opens = invite !== undefined && now < invite.expiresAt && (invite.usedBy ?? openid) === openid
    return { asked: { state, to: toBranch ? 'branch' : 'bureau', name, at, ...(opens ? { inviteCode: invite.code } : {}) } }
  },
}
