import type { OperationName } from '../core/contract'

/** How often something is done in a month: by each member of a branch, or in each branch, or in the district. */
export interface Habit {
  op: OperationName
  times: number
  per: 'member' | 'branch' | 'district'
}

/**
 * A busy month, on the high side: most members open the mini-program every third day, and everything that a branch's year owes is spread over its
 * months. What is measured is what one call asks of the database; how often it is called is assumed here and nowhere else.
 */
export const month: readonly Habit[] = [
  // The four tabs as they are opened: who one is with what waits, the week, the inbox.
  { op: 'me.get', times: 10, per: 'member' },
  { op: 'activity.list', times: 8, per: 'member' },
  { op: 'inbox.list', times: 6, per: 'member' },
  { op: 'inbox.read', times: 6, per: 'member' },
  // Two activities a month: looked at, read, joined, signed in at.
  { op: 'activity.get', times: 4, per: 'member' },
  { op: 'activity.read', times: 2, per: 'member' },
  { op: 'signup.join', times: 1.5, per: 'member' },
  { op: 'attendance.signIn', times: 1.5, per: 'member' },
  // Service, help, dues and a ballot now and then.
  { op: 'post.claim', times: 0.3, per: 'member' },
  { op: 'request.mine', times: 0.5, per: 'member' },
  { op: 'request.raise', times: 0.1, per: 'member' },
  { op: 'request.accept', times: 0.1, per: 'member' },
  { op: 'visit.mine', times: 0.5, per: 'member' },
  { op: 'visit.record', times: 0.7, per: 'member' },
  // A ticket, and the ballot that it lets in, which costs as much.
  { op: 'survey.ticket', times: 0.2, per: 'member' },
  // What its officers do: publish and follow two activities, look at the roster and at the board, collect the dues.
  { op: 'activity.publish', times: 2, per: 'branch' },
  { op: 'activity.statistics', times: 6, per: 'branch' },
  { op: 'activity.receipts', times: 4, per: 'branch' },
  { op: 'roster.list', times: 20, per: 'branch' },
  { op: 'dues.list', times: 4, per: 'branch' },
  { op: 'dues.collect', times: 4, per: 'branch' },
  { op: 'rhythm.get', times: 4, per: 'branch' },
  { op: 'post.publish', times: 1, per: 'branch' },
  { op: 'board.get', times: 4, per: 'branch' },
  // The bureau and its streets look at boards, people and places.
  { op: 'board.get', times: 600, per: 'district' },
  { op: 'person.find', times: 600, per: 'district' },
  { op: 'person.get', times: 400, per: 'district' },
]
