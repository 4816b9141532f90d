import type { BallotQuestion } from '../../../../core/voice/ballots/answers'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/** What a box is for; its own capability says who may have a ticket. */
export type BoxKind = 'survey' | 'vote' | 'election' | 'appraisal'

/** A member who can open the answers of a box on their phone. The private half of the key never leaves that phone. */
export interface Teller {
  memberId: string
  name: string
  /** X25519, base64; missing until their phone has made it. */
  publicKey?: string
}

/** The box of one survey, secret vote, election or appraisal; `_id` is that one's id. */
export interface BallotBox {
  _id: string
  kind: BoxKind
  orgId: string
  path: string
  /** Only these may have a ticket; without it those who belong there. */
  party?: string[]
  questions: BallotQuestion[]
  tellers: Teller[]
  /** SPKI, base64. Of this box alone. */
  publicKey: string
  /** PKCS 8, base64; it can sign tickets and nothing else, and is destroyed when the box is closed. */
  privateKey?: string
  /** `waiting`: for the tellers' keys. `closing`: takes nothing in any more, and is being rewritten. */
  state: 'waiting' | 'open' | 'closing' | 'closed'
  closesAt?: Instant
  /** When the timer has to look at it. */
  closeDue?: Instant
  /** The call that is closing it. */
  closer?: string
  /** The rewriting whose rows stand. */
  round?: string
  /** How many had a ticket and how many answered; known once it is closed. */
  tickets?: number
  ballots?: number
}
export const BallotBoxes = collection('ballot-boxes', {
  indexes: [by('due', 'closeDue'), by('teller', 'tellers.memberId', '_id'), by('place', 'path')],
  fates: stays,
  succession: 'goes',
  takeover: moves(['tellers.memberId']),
}).of<BallotBox>()

/**
 * That a member had the ticket of a box; `_id` is `${boxId}:${memberId}`, so that each has one. It says neither when nor for what: the message that was signed was blinded on their
 * phone. It stays until the box is closed, also of a person who departs, so that no one has two.
 */
export interface BallotTicket {
  _id: string
  boxId: string
  memberId: string
  /** A hash of the blinded message that was signed. */
  blinded: string
}
export const ticketId = (boxId: string, memberId: string): string => `${boxId}:${memberId}`
export const BallotTickets = collection('ballot-tickets', {
  indexes: [by('box', 'boxId'), by('member', 'memberId')],
  fates: stays,
  succession: 'stays',
  takeover: movesAndMeets(['memberId']),
}).of<BallotTicket>()

/**
 * One answer. Nothing in it joins it to a person, a time or an order: until the box is closed `_id` is a hash of its serial, then a random one. All of one box are of one length.
 */
export interface Ballot {
  _id: string
  boxId: string
  /** `in`: dropped; `taken`: the closing has it; `kept`: rewritten in the round that it names. */
  state: 'in' | 'taken' | 'kept'
  round: string
  /** JSON filled up with spaces; sealed (base64) where the box has tellers. */
  answer: string
}
export const Ballots = collection('ballots', {
  indexes: [by('box', 'boxId', 'state', 'round', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<Ballot>()
