import { erases } from '../../../kernel/takeover'
import type { Actor } from '../../../kernel/identity'
import { by, collection, unique } from '../../../kernel/collection'
import { everywhere } from '../../../kernel/departures'
import type { Relation } from '../../../../core/shared/relations'
import type { Instant, Role } from '../../../../core/shared/operation'

/** The one living invitation of a member (`self:<memberId>`), of a helper of theirs (`family:<memberId>:<name>`) or to an office (`office:<memberId>:<role>:<orgId>`); a newer one replaces it. */
export interface Invite {
  _id: string
  code: string
  memberId: string
  /** Binds the member; a family helper of that name and relation; or makes an officer who is on no roster (`memberId` says under which id). */
  as:
    | { kind: 'self' }
    | { kind: 'family'; name: string; relation: Relation; consent: string }
    | { kind: 'office'; role: Role; orgId: string; name: string; phones: string[] }
  createdBy: Actor
  createdAt: Instant
  /** The command that made it: asked again, it answers the same code. */
  commandId: string
  expiresAt: Instant
  usedBy?: string
  usedAt?: Instant
}
export const Invites = collection('invites', {
  indexes: [by('member', 'memberId'), unique('code', 'code'), by('expires', 'expiresAt')],
  fates: everywhere('erased'),
  succession: 'stays',
  takeover: erases('memberId'),
}).of<Invite>()
