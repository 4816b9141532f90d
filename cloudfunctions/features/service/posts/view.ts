import { inForce } from '../../../../core/shared/hours'
import { PostFeedbacks, Posts, Services } from '../documents'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { asHeld, tookPlace } from '../../../../core/service/posts/day'
import { counts, isAtRisk, shiftState, type Shift } from '../../../../core/service/posts/rules'
import { isQueueOpen, placeAt } from '../../../../core/shared/queue'
import { claimsOf } from '../../../../core/service/posts/rules'
import type { Instant, Output } from '../../../../core/shared/operation'
import { mayTakePart } from '../../../kernel/access'
import type { Member } from '../../people/public'
import type { Post, Service } from '../documents'
import { afterNumber, pageOf } from '../../../kernel/pages'
import { serviceId } from './served'
import type { Context, Handlers } from '../use-case'

type Viewing = Handlers<Pick<typeof contract, 'post.get' | 'post.list'>>
type ShiftView = Output<(typeof contract)['post.get']>['shifts'][number]
type Item = Output<(typeof contract)['post.list']>['items'][number]

const PAGE = 20

/** What the organizer said of a row afterwards. */
export const correctedOf = (row: Pick<Service, 'by' | 'reason' | 'saidAt'> | null) =>
  row?.reason === undefined || row.saidAt === undefined ? {} : { corrected: { by: row.by.name, at: row.saidAt, reason: row.reason } }

/** One shift without what is the caller's. */
export const shiftFigures = (post: Post, shift: Shift, now: Instant) => {
  const { left, waiting } = counts(post, shift)
  return {
    ...{ shiftId: shift.shiftId, startsAt: shift.startsAt, endsAt: shift.endsAt, places: shift.places, left, waiting },
    state: shiftState(post, shift, now),
    ...(shift.cancelled && tookPlace(shift) ? { endedAt: asHeld(shift).endsAt } : {}),
  }
}

/** One shift as the caller sees it; `organizer` says whether they run the post, `services` what stands of theirs. */
const shiftView = (
  post: Post,
  shift: Shift,
  now: Instant,
  { memberId, organizer, services = [] }: { memberId: string | null; organizer: boolean; services?: readonly Service[] },
): ShiftView => {
  const queue = claimsOf(post.queue, shift.shiftId)
  const index = queue.findIndex(one => one.memberId === memberId)
  const place = placeAt(index, shift.places)
  const offer = queue[index]?.offer
  const row = memberId === null ? undefined : services.find(one => one._id === serviceId(post._id, shift.shiftId, memberId))
  const service = inForce(row ?? null, shift)
  const open = isQueueOpen(shift, now)
  return {
    ...shiftFigures(post, shift, now),
    mine:
      place.state === 'none'
        ? null
        : {
            ...place,
            ...(offer ? { offered: offer.to === null ? 'anyone' : 'person' } : {}),
            ...(service?.signedInAt === undefined ? {} : { signedInAt: service.signedInAt }),
            ...(service?.signedOutAt === undefined ? {} : { signedOutAt: service.signedOutAt }),
            ...(service?.state === 'served' || service?.state === 'no-show' ? { minutes: service.minutes } : {}),
            ...(service?.state === 'no-show' ? { noShow: true } : {}),
            ...correctedOf(service),
          },
    offers:
      memberId === null || !open || place.state === 'held'
        ? []
        : queue
            .slice(0, shift.places)
            .flatMap(one =>
              one.offer && (one.offer.to === null || one.offer.to === memberId)
                ? [{ fromMemberId: one.memberId, name: one.offer.name }]
                : [],
            ),
    atRisk: organizer && isAtRisk(post, shift, now),
  }
}

const headOf = (post: Post) => ({
  postId: post._id,
  orgId: post.orgId,
  orgName: post.orgName,
  kind: post.kind,
  title: post.title,
  place: post.place,
  audience: post.audience,
  state: post.state,
})

const itemOf = (post: Post, memberId: string, organizer: boolean, now: Instant): Item => {
  const shifts = post.shifts.map(shift => shiftView(post, shift, now, { memberId, organizer }))
  const ahead = shifts.filter(one => one.state !== 'over' && one.state !== 'cancelled').sort((one, other) => one.startsAt - other.startsAt)
  const sum = (amount: (shift: ShiftView) => number) => ahead.reduce((total, shift) => total + amount(shift), 0)
  return {
    ...headOf(post),
    next: ahead[0] ?? null,
    shifts: shifts.length,
    places: sum(shift => shift.places),
    left: sum(shift => shift.left),
    waiting: sum(shift => shift.waiting),
    atRisk: ahead.some(shift => shift.atRisk),
    mine: shifts.filter(one => one.mine !== null),
  }
}

const branchesRun = (person: Member) => person.grants.filter(grant => grant.role === 'secretary').map(grant => grant.orgId)

/** May this person see the post: a stranger an open one; one who is bound, those they are invited to, queue for, or run. */
const judgeLook = (post: Post, person: Member | null, organizer: boolean): 'yes' | 'UNAUTHENTICATED' | 'FORBIDDEN' => {
  if (post.audience === 'open' || organizer) return 'yes'
  if (!person) return 'UNAUTHENTICATED'
  return mayTakePart(person, post) || post.queue.some(one => one.memberId === person._id) ? 'yes' : 'FORBIDDEN'
}

export const viewing: Viewing = {
  async 'post.get'({ postId }, { store, subject, person, now, holds, may, fail }) {
    const organizer = holds(['secretary', 'street', 'bureau'], subject.path)
    const look = judgeLook(subject, person, organizer)
    if (look !== 'yes') return fail(look)
    const memberId = person?._id ?? null
    const queued = subject.queue.filter(one => one.memberId === memberId)
    const [services, feedback] =
      memberId === null || queued.length === 0
        ? [[], null]
        : await Promise.all([
            store.table(Services).getMany(queued.map(one => `${postId}:${one.key}`)),
            store.table(PostFeedbacks).get(`${postId}:${memberId}`),
          ])
    const { contact } = subject
    return {
      ...headOf(subject),
      bring: subject.bring,
      body: subject.body,
      deadline: subject.deadline,
      contact: contact && {
        name: contact.name,
        ...(contact.phone !== undefined && (organizer || queued.length > 0) ? { phone: contact.phone } : {}),
      },
      teamIds: subject.teams.map(team => team.orgId),
      ...(subject.cancelReason === undefined ? {} : { cancelReason: subject.cancelReason }),
      shifts: subject.shifts.map(shift => shiftView(subject, shift, now, { memberId, organizer, services })),
      may: may('claim', 'change', 'cancel', 'settle', 'thank'),
      thanks: subject.thanks?.text ?? null,
      myFeedback: feedback && { text: feedback.text, photoFileIds: feedback.photoFileIds },
    }
  },

  async 'post.list'({ scope, cursor }, context) {
    const { person, account, now } = context
    const run = account?.memberId === person._id ? branchesRun(person) : []
    const rows = await rowsOf(context, scope, run, cursor)
    const { items: shown, cursor: next } = pageOf(rows, PAGE, one => one.endsAt)
    const items = shown
      .filter(post => scope !== 'branch' || mayTakePart(person, post))
      .map(post => itemOf(post, person._id, run.includes(post.branchId), now))
    return { items: scope === 'risk' ? items.filter(one => one.atRisk) : items, cursor: next }
  },
}

/** One more row than a page holds, by the end of the post; what a branch has running at a time is little, so that a page may be sieved. */
const rowsOf = async (
  { store, person, now }: Context<'post.list'>,
  scope: 'mine' | 'branch' | 'risk' | 'run',
  run: readonly string[],
  cursor: string | undefined,
): Promise<Post[]> => {
  const posts = store.table(Posts)
  const page = {
    order: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE + 1,
    ...afterNumber(cursor),
  } as const
  const running = { endsAt: { gt: now } }
  if (scope === 'mine') return posts.find({ 'queue.memberId': person._id, ...running }, page)
  const branches = scope === 'branch' ? [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])] : [...run]
  return branches.length === 0 ? [] : posts.find({ branchId: { in: branches }, state: 'published', ...running }, page)
}
