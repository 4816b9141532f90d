import type { Actor } from '../../../kernel/identity'
import { by, collection, unique } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Instant } from '../../../../core/shared/operation'

/** The one living card of a branch for its chat (`joining.card`); `_id` is the branch. A fresh one takes its place. */
export interface BranchCard {
  _id: string
  token: string
  at: Instant
  by: Actor
  /** The command that made it: asked again, it answers the same card. */
  commandId: string
}
export const BranchCards = collection('branch-cards', {
  indexes: [unique('token', 'token')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<BranchCard>()

/** A person on no roster who asks to be put on one; one for an account, gone within weeks. */
export interface Joining {
  _id: string
  openid: string
  /** The desk at which it lies: a branch's, or the bureau's. */
  orgId: string
  path: string
  toBranch: boolean
  state: 'open' | 'added' | 'declined'
  name: string
  /** Verified by WeChat. */
  phone: string
  /** Their words for the branch. */
  said: string
  at: Instant
  /** Who they are once they are on the roster. */
  memberId: string
  /** Who the officer said they are: that one, or a member who was there. */
  addedId?: string
  /** Binds the account that asked. */
  inviteCode?: string
  until: Instant
}
export const Joinings = collection('joinings', {
  indexes: [by('desk', 'orgId', 'state', 'at', '_id'), by('until', 'until')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<Joining>()
