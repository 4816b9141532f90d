import { randomInt } from 'node:crypto'
import { fits, type BallotAnswer, type BallotQuestion, tallyOf, type Tally } from '../../../../core/voice/ballots/answers'
import type { Instant } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { BoxClosed } from './announcements'
import { type Ballot, type BallotBox, BallotBoxes, Ballots, BallotTickets, type BoxKind } from './documents'
import { makeKeys } from './keys'

/** So long a closing is left to the call that is at it, and after so long a closed box is looked at once more: functions live for a minute at the most. */
const LEASE = 60_000

export interface BoxWanted {
  /** The id of the survey, vote or election. */
  _id: string
  kind: BoxKind
  orgId: string
  path: string
  questions: BallotQuestion[]
  /** Who opens the answers; without any the cloud can read them. */
  tellers?: { memberId: string; name: string }[]
  /** When the timer closes it; without it `closeBox` alone does. */
  closesAt?: Instant
  party?: string[]
}

/** Opens a box, once: asked again, it answers the one that is there. With tellers it waits for their keys (`giveTellerKey`). */
export const openBox = async (
  { store }: Pick<Ports, 'store'>,
  { tellers = [], closesAt, party, ...wanted }: BoxWanted,
): Promise<BallotBox> => {
  const table = store.table(BallotBoxes)
  const known = await table.get(wanted._id)
  if (known) return known
  const box: BallotBox = {
    ...wanted,
    ...(await makeKeys()),
    tellers,
    state: tellers.length > 0 ? 'waiting' : 'open',
    ...(closesAt === undefined ? {} : { closesAt, closeDue: closesAt }),
    ...(party === undefined ? {} : { party }),
  }
  return (await table.add(box)) === 'added' ? box : ((await table.get(box._id)) ?? box)
}

/** Random, by the platform's own chance. */
const shuffled = <T>(list: readonly T[]): T[] => {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [one, two] = [mixed[last], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[last], mixed[other]] = [two, one]
  }
  return mixed
}

/**
 * Rewrites the answers of a box in one shuffled batch under new random ids, and says so by one conditional write. Answers the closed box; null where another call has taken over
 * the closing.
 */
const rewrite = async ({ store, now, newId }: Ports, { _id: boxId, closer = '' }: BallotBox): Promise<BallotBox | null> => {
  const ballots = store.table(Ballots)
  // What is not marked here came too late, and its drop says so.
  await ballots.update({ boxId, state: 'in' }, { set: { state: 'taken' } })
  const taken = await ballots.findAll({ boxId, state: 'taken' })
  const round = newId()
  await ballots.addAll(shuffled(taken).map(({ answer }): Ballot => ({ _id: newId(), boxId, state: 'kept', round, answer })))
  const tickets = await store.table(BallotTickets).count({ boxId })
  const closed = { state: 'closed', round, tickets, ballots: taken.length, closeDue: now + LEASE } as const
  const table = store.table(BallotBoxes)
  const won = await table.update({ _id: boxId, state: 'closing', closer }, { set: closed, unset: ['privateKey', 'closer'] })
  if (won > 0) return table.get(boxId)
  await ballots.remove({ boxId, state: 'kept', round })
  return null
}

/** Destroys what the rewritten answers were made of, and who had tickets. */
const sweep = async ({ store }: Ports, { _id: boxId, round = '' }: BallotBox): Promise<void> => {
  const ballots = store.table(Ballots)
  await ballots.remove({ boxId, state: 'taken' })
  await ballots.remove({ boxId, state: 'kept', round: { not: round } })
  await store.table(BallotTickets).remove({ boxId })
}

/**
 * Closes a box: it takes nothing in any more, its answers are rewritten shuffled under new ids, old rows and tickets are destroyed, and `BoxClosed` is announced. Safe to repeat and
 * to be cut off anywhere: the timer goes on after a minute. One call at a time is at it; another finds the box `closing` and leaves it so. Answers the box as it is then.
 */
export const closeBox = async (ports: Ports, boxId: string): Promise<BallotBox> => {
  const { store, now, newId } = ports
  const table = store.table(BallotBoxes)
  const seen = await table.get(boxId)
  if (!seen) throw new Failure('NOT_FOUND')
  if (seen.state !== 'closed') {
    const closer = newId()
    const mine = { set: { state: 'closing', closer, closeDue: now + LEASE } } as const
    const claimed =
      seen.state === 'closing'
        ? await table.update({ _id: boxId, state: 'closing', closeDue: { lte: now } }, mine)
        : await table.update({ _id: boxId, state: { in: ['open', 'waiting'] } }, mine)
    const box = claimed > 0 ? await rewrite(ports, { ...seen, closer }) : await table.get(boxId)
    if (box?.state !== 'closed') return box ?? { ...seen, state: 'closing' }
    return finish(ports, box)
  }
  return seen.closeDue === undefined ? seen : finish(ports, seen)
}

const finish = async (ports: Ports, box: BallotBox): Promise<BallotBox> => {
  await sweep(ports, box)
  await announce(ports, BoxClosed, { box })
  return box
}

/** The last look at a closed box: what came too late is removed. */
export const lookOnceMore = async (ports: Ports, box: BallotBox): Promise<void> => {
  const { store } = ports
  const { _id, closeDue } = await finish(ports, box)
  await store.table(Ballots).remove({ boxId: _id, state: 'in' })
  if (closeDue !== undefined) await store.table(BallotBoxes).update({ _id, state: 'closed', closeDue }, { unset: ['closeDue'] })
}

/** The answers of a closed box as they were given, in random order; null where they are sealed for tellers. Throws CONFLICT while it is not closed. */
export const answersOf = async (store: Store, box: BallotBox): Promise<BallotAnswer[] | null> => {
  if (box.tellers.length > 0) return null
  return (await keptIn(store, box)).map(answer => {
    const read: unknown = JSON.parse(answer)
    if (!fits(box.questions, read)) throw new Error('an answer that was judged when it came does not fit its questions')
    return read
  })
}

const keptIn = async (store: Store, { _id: boxId, state, round = '' }: BallotBox): Promise<string[]> => {
  if (state !== 'closed') throw new Failure('CONFLICT')
  return (await store.table(Ballots).findAll({ boxId, state: 'kept', round })).map(one => one.answer)
}

/** What a closed box says, question by question; null where its answers are sealed for tellers. */
export const countOf = async (store: Store, box: BallotBox): Promise<{ answers: number; questions: Tally[] } | null> => {
  const answers = await answersOf(store, box)
  return answers && { answers: answers.length, questions: tallyOf(box.questions, answers) }
}

/** Destroys the answers of a closed box, once its capability has counted them. */
export const emptyBox = async (store: Store, { _id: boxId }: Pick<BallotBox, '_id'>): Promise<void> => {
  await store.table(Ballots).remove({ boxId, state: 'kept' })
}

/** How many have a ticket so far; how many answered is known once the box is closed. */
export const ticketsOf = async (store: Store, box: BallotBox): Promise<number> =>
  box.tickets ?? (await store.table(BallotTickets).count({ boxId: box._id }))

/**
 * A teller's phone made its key. It is given once: another one later is refused (null), since answers may be sealed to the first. The box opens when all its tellers have one; answers
 * the box as it is then.
 */
export const giveTellerKey = async (store: Store, boxId: string, memberId: string, publicKey: string): Promise<BallotBox | null> => {
  const table = store.table(BallotBoxes)
  const { box } = await settleRow<BallotBox | null, { box: BallotBox | null }>(
    await table.get(boxId),
    () => table.get(boxId),
    async row => {
      const own = row?.tellers.find(one => one.memberId === memberId)
      if (!row || !own) return { box: null }
      if (own.publicKey !== undefined) return { box: own.publicKey === publicKey ? row : null }
      if (row.state !== 'waiting') return { box: null }
      const tellers = row.tellers.map(one => (one === own ? { ...one, publicKey } : one))
      const next: BallotBox = { ...row, tellers, state: tellers.every(one => one.publicKey !== undefined) ? 'open' : 'waiting' }
      return (await table.swap(row, next)) ? { box: next } : undefined
    },
  )
  return box
}
