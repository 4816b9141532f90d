import { Invites } from './documents'
import { randomInt } from 'node:crypto'
import { INVITE_ALPHABET, INVITE_LENGTH, INVITE_VALID_MS } from '../../../../core/people/identity/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Invite } from './documents'
import type { Actor } from '../../../kernel/identity'
import type { Store } from '../../../kernel/store'

interface Inviting {
  store: Store
  now: Instant
  actor: Actor
  commandId: string
}

const newCode = () => Array.from({ length: INVITE_LENGTH }, () => INVITE_ALPHABET.charAt(randomInt(INVITE_ALPHABET.length))).join('')

const inviteId = (memberId: string, as: Invite['as']): string => {
  if (as.kind === 'self') return `self:${memberId}`
  return as.kind === 'family' ? `family:${memberId}:${as.name}` : `office:${memberId}:${as.role}:${as.orgId}`
}

/**
 * Makes the one living invitation of a member (or of one helper of theirs, by name; or to one office): the former one, used or not, no longer binds.
 * The same command asked again, even twice at once, answers the same code; it is valid for seven days and binds one account, once.
 */
export const newInvite = async (
  { store, now, actor, commandId }: Inviting,
  { memberId, as }: Pick<Invite, 'memberId' | 'as'>,
): Promise<{ inviteCode: string; expiresAt: Instant }> => {
  const invites = store.table(Invites)
  const id = inviteId(memberId, as)
  const fresh = { memberId, as, code: newCode(), commandId, createdBy: actor, createdAt: now, expiresAt: now + INVITE_VALID_MS }
  const asked = { inviteCode: fresh.code, expiresAt: fresh.expiresAt }
  const replace = () => invites.update({ _id: id, commandId: { not: commandId } }, { set: fresh, unset: ['usedBy', 'usedAt'] })
  if ((await replace()) > 0 || (await invites.add({ _id: id, ...fresh })) === 'added' || (await replace()) > 0) return asked
  const invitation = await invites.get(id)
  if (!invitation) throw new Error('an invitation that was there is gone')
  return { inviteCode: invitation.code, expiresAt: invitation.expiresAt }
}
