import { Posts, Services } from '../documents'
import { NOTIFYING_ACTS } from '../../../../core/life/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { changedNotice, type Meaning } from '../../../../core/service/posts/notices'
import { claimKey, claimOf, nextLook, placesNeeded, type Shift } from '../../../../core/service/posts/rules'
import { replaced } from '../../../../core/service/posts/service-row'
import { omit } from '../../../../core/shared/fields'
import { hoursOf, keptFor, leftBehind, inForce } from '../../../../core/shared/hours'
import type { Input } from '../../../../core/shared/operation'
import type { Post, Service } from '../documents'
import type { Context, Handlers } from '../use-case'
import { cardsDue, showCards } from './cards'
import { movesOf, tellMoves, tellPromoted } from './moves'
import { clashesOf, type Clash } from './clashes'
import { forget } from './commitments'
import { grouped } from './grouped'
import { decideServices } from './services'
import { placesOf, differencesOf, shiftsAfter, spanOf } from './shifts'

type Changing = (typeof contract)['post.change']
type Change = Post['changes'][number]

/** How often a change is tried again over other changes of the post. */
const TRIES = 20
/** A command sent again comes soon after the first; older changes are of no use. */
const CHANGES_KEPT = 9

const partsOf = (input: Input<Changing>, before: Post) => ({
  title: input.title ?? before.title,
  place: input.place ?? before.place,
  bring: input.bring ?? before.bring,
  body: input.body ?? before.body,
  deadline: input.deadline === undefined ? before.deadline : input.deadline,
  contact: input.contact === undefined ? before.contact : input.contact,
})

export const change: Handlers<Pick<typeof contract, 'post.change'>> = {
  async 'post.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const posts = store.table(Posts)
    let before: Post = context.subject
    await checkText(input.title, input.place?.name, input.bring, input.body, input.contact?.name, input.reason)
    for (let turn = 0; turn < TRIES; turn++) {
      const done = before.changes.find(one => one.commandId === commandId)
      if (done) return finish(context, { ...before, shifts: done.before }, done, before)
      if (before.state === 'cancelled') return fail('POST_CLOSED')
      const changed = shiftsAfter(before.shifts, input.shifts ?? [], now, fail)
      const { moved, said } = changed
      const parts = partsOf(input, before)
      const all = [...differencesOf(before, parts), ...said]
      if (all.length === 0) return { notified: 0, promoted: 0, shiftIds: changed.shifts.map(one => one.shiftId) }
      const { shifts, left, clashes } = await actsUpon(context, input, { ...before, ...parts, shifts: changed.shifts }, before)
      const next = { ...parts, shifts, ...spanOf(shifts) }
      const released = input.clashing === 'release' && clashes.length > 0
      const gone = new Set(released ? clashes.map(one => claimKey(one.shiftId, one.memberId)) : [])
      const version = before.version + 1
      const grown = moved.filter(shiftId => placesOf(shifts, shiftId) > placesOf(before.shifts, shiftId))
      const freed = movesOf(before, [...new Set([...grown, ...(released ? clashes.map(one => one.shiftId) : [])])], version)
      const change: Change = {
        ...{ commandId, version, at: now, by: actor, said: all },
        // Without a word about single shifts it concerns everybody.
        moved: said.length === all.length ? moved : shifts.map(one => one.shiftId),
        before: before.shifts,
        ...(left.length > 0 ? { left } : {}),
        ...(clashes.length > 0 ? { clashes } : {}),
        ...(released ? { released: true as const, moves: freed } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      }
      const look = nextLook({ ...before, ...next }, now)
      const written = await posts.update(
        // A place is given back out of the queue that was looked at; otherwise those who come meanwhile are welcome.
        { _id: before._id, version: before.version, state: 'published', ...(released ? { seq: before.seq } : {}) },
        {
          set: {
            ...next,
            ...(released ? { queue: before.queue.filter(one => !gone.has(one.key)) } : {}),
            changes: [...before.changes.slice(-CHANGES_KEPT), change],
            ...(look === null ? {} : { lookAt: look }),
            ...cardsDue(before, now),
            ...(freed.length > 0 ? { cardDue: now, moves: [...(before.moves ?? []), ...freed] } : {}),
          },
          ...(look === null ? { unset: ['lookAt'] } : {}),
          inc: { version: 1, seq: 1 },
        },
      )
      const after = await posts.get(before._id)
      if (!after) return fail('NOT_FOUND')
      // Between the look and the write people may have come: the queue after it, under the shifts before it, is what stood.
      if (written > 0) return finish(context, { ...after, shifts: before.shifts }, change, after)
      before = after
    }
    return fail('CONFLICT')
  },
}

type Acting = Pick<Context<'post.change'>, 'store' | 'fail'>

/** The shift as it was, and as it is to be; of those that are changed. */
const pairsOf = (before: readonly Shift[], after: readonly Shift[]) =>
  after.flatMap(shift => {
    const old = before.find(one => one.shiftId === shift.shiftId)
    return old && old !== shift ? [{ old, shift, moved: old.startsAt !== shift.startsAt || old.endsAt !== shift.endsAt }] : []
  })

/**
 * What people have done upon shifts that are to be changed, with the shifts that follow from what the organizer said of it: whose sign-in is left behind
 * with the former hours, and who holds another shift at the new ones. Ends with ACTS_STAND where it has not been said what becomes of them, with
 * PLACES_IN_USE where a person who has signed in would come to wait.
 */
const actsUpon = async (
  { store, fail }: Acting,
  { acts, clashing }: Input<Changing>,
  wanted: Post,
  before: Post,
): Promise<{ shifts: Shift[]; left: NonNullable<Change['left']>; clashes: Clash[] }> => {
  const pairs = pairsOf(before.shifts, wanted.shifts)
  const retimed = pairs.filter(one => one.moved)
  const fewer = pairs.filter(({ old, shift }) => shift.places < old.places)
  const [rows, clashes] = await Promise.all([
    retimed.length + fewer.length > 0 ? store.table(Services).findAll({ postId: before._id, state: 'in' }) : [],
    clashesOf(
      store,
      wanted,
      retimed.map(one => one.shift.shiftId),
    ),
  ])
  const inOn = ({ shiftId }: Shift) => rows.filter(row => row.shiftId === shiftId)
  const behind = new Map(retimed.map(({ old, shift }) => [shift.shiftId, leftBehind(inOn(old), old, shift)]))
  const left = [...behind.values()].flat().map(({ shiftId, memberId }) => ({ shiftId, memberId }))
  if ((left.length > 0 && acts === undefined) || (clashes.length > 0 && clashing === undefined))
    return fail('ACTS_STAND', { signedIn: left.length, onLeave: 0, clashes })
  for (const { old, shift } of fewer) {
    const counting = inOn(old).filter(row => inForce(row, old) && (acts === 'keep' || !behind.get(shift.shiftId)?.includes(row)))
    const atLeast = placesNeeded(before, old, shift.places, new Set(counting.map(row => row.memberId)))
    if (atLeast !== null) return fail('PLACES_IN_USE', { atLeast })
  }
  const keeps = acts === 'keep'
  const shifts = wanted.shifts.map(shift => {
    const old = retimed.find(one => one.shift === shift)?.old
    if (!old) return shift
    const kept = keeps ? keptFor(behind.get(shift.shiftId) ?? [], old) : []
    return kept.length > 0 ? { ...shift, kept } : omit(shift, 'kept')
  })
  return { shifts, left: keeps ? [] : left, clashes }
}

/** Sign-ins that are left with the former hours are nothing for the new ones; what was said stays in their history. */
const letGo = async (context: Context<'post.change'>, post: Post, { left = [], before }: Change): Promise<void> => {
  await Promise.all(
    [...new Set(left.map(one => one.shiftId))].map(async shiftId => {
      const [old, shift] = [before, post.shifts].map(shifts => shifts.find(one => one.shiftId === shiftId))
      if (!old || !shift) return
      const people = left.filter(one => one.shiftId === shiftId).map(one => one.memberId)
      await decideServices(context, post, shift, people, (row: Service | null) =>
        row?.state === 'in' && !inForce(row, shift)
          ? replaced(row, { state: 'none', minutes: 0, by: row.by, held: hoursOf(old) }, context.now)
          : row,
      )
    }),
  )
}

/** Does what follows from a change: lets go of what stays with the former hours, frees those who gave a place back, and tells everybody. */
const finish = async (context: Context<'post.change'>, before: Post, change: Change, after: Post) => {
  const { left = [], clashes = [], released = false, moves = [] } = change
  const shiftIds = after.shifts.map(one => one.shiftId)
  if (after.state === 'cancelled') return { notified: 0, promoted: 0, shiftIds }
  const free = ({ memberId, shiftId }: Clash) => forget(context.store, memberId, { postId: after._id, shiftId })
  await Promise.all([letGo(context, after, change), ...(released ? clashes.map(free) : [])])
  const [notified, promoted] = await Promise.all([
    tellOfChange(context, before, change, after),
    released
      ? tellMoves(context, { ...after, moves: moves.map(one => ({ ...one, version: change.version })) })
      : tellPromoted(context, before, after, shiftIds),
    showCards(context, after),
  ])
  return {
    ...{ notified, promoted, shiftIds },
    ...(left.length > 0 ? { reset: left.length } : {}),
    ...(released ? { released: clashes.length } : clashes.length > 0 ? { clashes } : {}),
  }
}

/** Tells of a change those whose shifts it touched, with what it means to each. Answers how many. */
const tellOfChange = async (context: Context<'post.change'>, before: Post, change: Change, after: Post): Promise<number> => {
  const { left = [], clashes = [], released = false } = change
  const touched = new Set(change.moved)
  const ahead = after.shifts.filter(shift => touched.has(shift.shiftId) && !shift.cancelled && shift.endsAt > context.now)
  const gaveBack = new Set(released ? clashes.map(one => one.memberId) : [])
  const mine = (memberId: string) => ahead.filter(shift => after.queue.some(one => one.key === claimKey(shift.shiftId, memberId)))
  const meaningFor = (memberId: string): Meaning => {
    const clash = clashes.find(one => one.memberId === memberId)
    return {
      waits: mine(memberId).some(
        ({ shiftId }) => claimOf(before, shiftId, memberId).state === 'held' && claimOf(after, shiftId, memberId).state === 'waiting',
      ),
      signsAgain: left.some(one => one.memberId === memberId),
      ...(clash ? { clash: clash.with, released } : {}),
    }
  }
  const concerned = [...new Set([...after.queue.map(one => one.memberId), ...gaveBack])].filter(
    memberId => mine(memberId).length > 0 || gaveBack.has(memberId),
  )
  const groups = grouped(concerned, memberId => JSON.stringify([meaningFor(memberId), mine(memberId).map(one => one.shiftId)]))
  const reached = await Promise.all(
    groups.map(people => {
      const [first = ''] = people
      const shifts = gaveBack.has(first) ? after.shifts.filter(one => clashes.some(({ memberId, shiftId }) => memberId === first && shiftId === one.shiftId)) : mine(first) // prettier-ignore
      return context.tell(people, changedNotice(after, shifts, change, meaningFor(first)))
    }),
  )
  return reached.reduce((sum, count) => sum + count, 0)
}
