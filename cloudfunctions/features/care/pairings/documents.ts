import { moves, movesAndMeets } from '../../../kernel/takeover'
import type { Paired, PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** Why a pairing ended, where no secretary gave a reason. */
export type EndCause = 'ended' | 'replaced' | 'handed-over' | 'died' | 'helper-died'

/** A change of a caseload that was not delivered yet; `n` is the version it made. */
export interface CaseloadNews {
  n: number
  what: 'began' | 'ended'
  memberId: string
  name: string
  branchId: string
  kind: PairingKind
  since: Instant
  at: Instant
  by: Actor
  /** Of an ending: why. */
  cause?: EndCause
  reason?: string
  /** Of a beginning: the helper that is replaced. */
  insteadOf?: string
}

/**
 * The elders of one helper (P41): the only truth of a pairing, so that one conditional write on its version decides the limit and a double
 * tap. `_id` is the helper: a member or a partner unit.
 */
export interface Caseload {
  _id: string
  name: string
  branchId: string
  path: string
  partner: boolean
  elders: (Paired & { by: Actor })[]
  version: number
  /** News to deliver: endings go to the history, both sides are told. Written together with the change. */
  news: CaseloadNews[]
  /** The latest commands that added elders: repeated after a pairing ended, they begin none. */
  commands?: string[]
  /** When the timer has to look at it. */
  due?: Instant
}
export const Caseloads = collection('caseloads', {
  indexes: [by('elders', 'elders.memberId'), by('due', 'due')],
  fates: { ...everywhere('released'), withdrew: 'kept' },
  succession: 'goes',
  takeover: movesAndMeets(['_id', 'elders.memberId'], { once: { elders: [] }, version: 'version' }),
}).of<Caseload>()

/** A pairing that is over; `_id` is `<helper>:<elder>:<since>`, so that an ending written twice is one row. */
export interface PairingEpisode {
  _id: string
  helperId: string
  helperName: string
  partner: boolean
  memberId: string
  name: string
  branchId: string
  kind: PairingKind
  since: Instant
  until: Instant
  by: Actor
  cause: EndCause
  reason: string
}
export const PairingHistory = collection('pairing-history', {
  indexes: [by('elder', 'memberId', 'until', '_id'), by('helper', 'helperId', 'until', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: moves(['memberId', 'helperId']),
}).of<PairingEpisode>()

/** A partner unit (共建单位, S3 多联一) that helps elders, with its contact person. */
export interface Partner {
  _id: string
  branchId: string
  path: string
  name: string
  contact: string
  phone: string
  /** What it does for the elders, in its own words. */
  offers: string
  /** No longer a partner; kept for the history. */
  endedAt?: Instant
  createdBy: Actor
  /** Opens the unit's page (`pledge.open`), and the command that made it. */
  cardCode?: string
  cardCommand?: string
}
export const Partners = collection('partners', {
  indexes: [by('branch', 'branchId', '_id'), by('card', 'cardCode')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<Partner>()
