import { createHash } from 'node:crypto'
import type { Account } from '../../../kernel/identity'

/** A name for an account that serves for this person only; the OPENID, long and random, cannot be read from it. */
export const accountRef = (memberId: string, openid: string): string =>
  createHash('sha256').update(`account:${memberId}:${openid}`).digest('hex').slice(0, 24)

/** An account as its person and their officers see it. */
export const shownAccount = (memberId: string, { _id, bound, createdAt }: Account) => ({
  accountRef: accountRef(memberId, _id),
  since: bound?.at ?? createdAt,
  ...(bound ? { how: bound.how } : {}),
})
