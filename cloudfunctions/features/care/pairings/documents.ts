import type { Paired, PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** Why a pairing ended, where it was no secretary's own words. */
export type EndCause = 'ended' | 'replaced' | 'handed-over' | 'died' | 'helper-died'

/** Something that happened to a caseload and was not passed on yet; `n` is the version that it made. */
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
  /** Of what ended: why. */
  cause?: EndCause
  reason?: string
  /** Of what began: the helper whose place this one takes. */
  insteadOf?: string
}

/**
 * Whom one helper looks after (P41): the only truth of a pairing, so that the limit and a double tap are decided by one conditional write on its version.
 * `_id` is the helper: a member or a partner unit.
 */
export interface Caseload {
  _id: string
  name: string
  branchId: string
  path: string
  partner: boolean
  elders: (Paired & { by: Actor })[]
  version: number
  /** What is to be passed on: ended ones to the history, both sides told; written together with what happened. */
  news: CaseloadNews[]
  /** The latest commands that put elders on it: sent again after a pairing ended, it begins none. */
  commands?: string[]
  /** When the timer has to look at it. */
  due?: Instant
}
export const Caseloads = collection('caseloads', {
  indexes: [by('elders', 'elders.memberId'), by('due', 'due')],
  fates: { ...everywhere('released'), withdrew: 'kept' },
}).of<Caseload>()

/** A pairing that is over. `_id` is `<helper>:<elder>:<since>`, so that an ending written twice is one row. */
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
}).of<PairingEpisode>()

/** A partner unit (共建单位, S3 多联一) that helps elders; whoever answers there is its contact. */
export interface Partner {
  _id: string
  branchId: string
  path: string
  name: string
  contact: string
  phone: string
  /** What it does for the elders, in its own words. */
  offers: string
  /** No longer a partner: kept for the history's sake. */
  endedAt?: Instant
  createdBy: Actor
}
export const Partners = collection('partners', { indexes: [by('branch', 'branchId', '_id')], fates: stays }).of<Partner>()
