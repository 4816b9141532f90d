import { Posts } from '../documents'
import { Organizations } from '../../people/public'
import { NOTIFYING_ACTS } from '../../../../core/life/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { cancelledNotice, changedNotice } from '../../../../core/service/posts/notices'
import { nextLook } from '../../../../core/service/posts/rules'
import { claimOf } from '../../../../core/service/posts/rules'
import { judgeSlots, spread } from '../../../../core/service/posts/series'
import type { Organization } from '../../people/public'
import type { Post } from '../documents'
import type { Context, Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { cardsDue, showCards } from './cards'
import { movesOf, tellPromoted } from './claim'
import { placesOf, saidOf, shiftName, shiftsAfter, spanOf } from './shifts'

type Publishing = Handlers<Pick<typeof contract, 'post.publish' | 'post.change' | 'post.cancel'>>
type Change = Post['changes'][number]

/** How often a change is tried again over another secretary's. */
const TRIES = 5
/** A command sent again comes soon after the first; older changes are of no use. */
const CHANGES_KEPT = 9

const teamsOf = async (store: Store, teamIds: readonly string[]): Promise<Organization[] | null> => {
  const teams = await store.table(Organizations).getMany([...new Set(teamIds)])
  const fit = teams.filter(team => (team.kind === 'branch' || team.kind === 'group') && team.closedAt === undefined)
  return fit.length === new Set(teamIds).size ? fit : null
}

export const publishing: Publishing = {
  async 'post.publish'(input, context) {
    const { store, subject: org, openid, actor, commandId, now, newId, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const posts = store.table(Posts)
    const answer = (post: Post | null) =>
      post?.createdBy.openid === openid && post.orgId === org._id
        ? { postId: post._id, shiftIds: post.shifts.map(one => one.shiftId) }
        : fail('CONFLICT')
    const existing = await posts.get(commandId)
    if (existing) return answer(existing)
    if ((org.kind !== 'branch' && org.kind !== 'group') || org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    if ((input.audience === 'teams') !== (input.teamIds !== undefined)) return fail('INVALID_INPUT', { paths: ['teamIds'] })
    const slots = input.series ? spread(input.shifts, input.series) : input.shifts
    if (judgeSlots(slots, now) !== 'right') return fail('POST_TIMES_WRONG')
    const ordered = [...slots].sort((one, other) => one.startsAt - other.startsAt || one.endsAt - other.endsAt)
    const shifts = ordered.map((slot, index) => ({ shiftId: shiftName(index), ...slot }))
    const [teams] = await Promise.all([
      teamsOf(store, input.teamIds ?? []),
      checkText(input.kind, input.title, input.place.name, input.bring, input.body, input.contact?.name),
    ])
    if (!teams) return fail('INVALID_INPUT', { paths: ['teamIds'] })

    const post: Post = {
      _id: commandId,
      orgId: org._id,
      orgName: org.name,
      branchId: org.kind === 'group' ? (org.parentId ?? org._id) : org._id,
      path: org.path,
      kind: input.kind,
      title: input.title,
      place: input.place,
      bring: input.bring ?? '',
      body: input.body ?? '',
      contact: input.contact ?? null,
      audience: input.audience,
      teams: teams.map(team => ({ orgId: team._id, path: team.path })),
      deadline: input.deadline ?? null,
      shifts,
      queue: [],
      seq: 0,
      withdrawn: [],
      ...spanOf(shifts),
      state: 'published',
      secret: newId() + newId(),
      createdBy: actor,
      createdAt: now,
      version: 1,
      changes: [],
      cards: [],
    }
    const look = nextLook(post, now)
    const added = await posts.add({ ...post, ...(look === null ? {} : { lookAt: look }) })
    return answer(added === 'added' ? post : await posts.get(commandId))
  },

  async 'post.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const posts = store.table(Posts)
    let before: Post = context.subject
    await checkText(input.title, input.place?.name, input.bring, input.body, input.contact?.name, input.reason)
    for (let turn = 0; turn < TRIES; turn++) {
      const done = before.changes.find(one => one.commandId === commandId)
      if (done) return tellOfChange(context, { ...before, shifts: done.before }, done, before)
      if (before.state === 'cancelled') return fail('POST_CLOSED')
      const { shifts, moved, said } = shiftsAfter(before.shifts, input.shifts ?? [], now, fail)
      const next = {
        title: input.title ?? before.title,
        place: input.place ?? before.place,
        bring: input.bring ?? before.bring,
        body: input.body ?? before.body,
        deadline: input.deadline === undefined ? before.deadline : input.deadline,
        contact: input.contact === undefined ? before.contact : input.contact,
        shifts,
        ...spanOf(shifts),
      }
      const all = [...saidOf(before, next), ...said]
      if (all.length === 0) return { notified: 0, promoted: 0, shiftIds: shifts.map(one => one.shiftId) }
      const change: Change = {
        commandId,
        version: before.version + 1,
        at: now,
        by: actor,
        said: all,
        // Without a word about single shifts it concerns everybody.
        moved: said.length === all.length ? moved : shifts.map(one => one.shiftId),
        before: before.shifts,
        ...(input.reason ? { reason: input.reason } : {}),
      }
      const look = nextLook({ ...before, ...next }, now)
      const grown = moved.filter(shiftId => placesOf(shifts, shiftId) > placesOf(before.shifts, shiftId))
      const freed = movesOf(before, grown, change.version)
      const changed = await posts.update(
        { _id: before._id, version: before.version, state: 'published' },
        {
          set: {
            ...next,
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
      if (changed > 0) return tellOfChange(context, { ...after, shifts: before.shifts }, change, after)
      before = after
    }
    return fail('CONFLICT')
  },

  async 'post.cancel'({ postId, shiftId, reason }, context) {
    const { store, openid, commandId, subject, now, fail, tell, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    await checkText(reason)
    const posts = store.table(Posts)
    let before: Post = subject
    for (let turn = 0; turn < TRIES; turn++) {
      if (before.cancelCommand === commandId) break
      const shift = before.shifts.find(one => one.shiftId === shiftId)
      if (shiftId !== undefined && !shift) return fail('NOT_FOUND')
      if (before.state === 'cancelled' || shift?.cancelled) return { notified: 0 }
      if (now >= (shift ?? before).endsAt) return fail('POST_OVER')
      const shifts = shift ? before.shifts.map(one => (one === shift ? { ...one, cancelled: true as const } : one)) : before.shifts
      const whole = shiftId === undefined || shifts.every(one => one.cancelled)
      const look = whole ? null : nextLook({ ...before, shifts }, now)
      await posts.update(
        { _id: postId, version: before.version, state: 'published' },
        {
          set: {
            shifts,
            ...spanOf(shifts),
            ...(whole ? { state: 'cancelled' } : {}),
            ...(reason ? { cancelReason: reason } : {}),
            ...(look === null ? {} : { lookAt: look }),
            ...cardsDue(before, now),
            cancelCommand: commandId,
          },
          ...(look === null ? { unset: ['lookAt'] } : {}),
          inc: { version: 1, seq: 1 },
        },
      )
      const after = await posts.get(postId)
      if (!after) return fail('NOT_FOUND')
      before = after
    }
    if (before.cancelCommand !== commandId) return fail('CONFLICT')
    const after = before
    const gone = after.shifts.filter(shift => (shiftId === undefined || shift.shiftId === shiftId) && shift.endsAt > now)
    const mine = (memberId: string) => gone.filter(shift => claimOf(after, shift.shiftId, memberId).state !== 'none')
    const concerned = [...new Set(after.queue.map(one => one.memberId))].filter(memberId => mine(memberId).length > 0)
    const told = await Promise.all(
      grouped(concerned, memberId =>
        mine(memberId)
          .map(one => one.shiftId)
          .join(' '),
      ).map(people => tell(people, cancelledNotice(after, mine(people[0] ?? ''), shiftId === undefined, after.cancelReason))),
    )
    await showCards(context, after)
    return { notified: told.reduce((sum, count) => sum + count, 0) }
  },
}

/** People who are told the same, together. */
const grouped = (memberIds: readonly string[], by: (memberId: string) => string): string[][] => {
  const groups = new Map<string, string[]>()
  for (const memberId of memberIds) groups.set(by(memberId), [...(groups.get(by(memberId)) ?? []), memberId])
  return [...groups.values()]
}

/** Tells of a change: those whose shifts it touched, and those for whom a place came free. */
const tellOfChange = async (context: Context<'post.change'>, before: Post, change: Change, after: Post) => {
  const shiftIds = after.shifts.map(one => one.shiftId)
  if (after.state === 'cancelled') return { notified: 0, promoted: 0, shiftIds }
  const touched = new Set(change.moved)
  const ahead = after.shifts.filter(shift => touched.has(shift.shiftId) && !shift.cancelled && shift.endsAt > context.now)
  const mine = (memberId: string) => ahead.filter(shift => after.queue.some(one => one.key === `${shift.shiftId}:${memberId}`))
  const lost = (memberId: string) =>
    ahead.some(
      ({ shiftId }) => claimOf(before, shiftId, memberId).state === 'held' && claimOf(after, shiftId, memberId).state === 'waiting',
    )
  const concerned = [...new Set(after.queue.map(one => one.memberId))].filter(memberId => mine(memberId).length > 0)
  const told = await Promise.all(
    grouped(
      concerned,
      memberId =>
        `${String(lost(memberId))} ${mine(memberId)
          .map(one => one.shiftId)
          .join(' ')}`,
    ).map(people => context.tell(people, changedNotice(after, mine(people[0] ?? ''), change.said, change.reason, lost(people[0] ?? '')))),
  )
  const [promoted] = await Promise.all([tellPromoted(context, before, after, shiftIds), showCards(context, after)])
  return { notified: told.reduce((sum, count) => sum + count, 0), promoted, shiftIds }
}
