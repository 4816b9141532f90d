import type { posts as contract } from '../../../../core/service/posts/contract'
import { asHeld, tookPlace } from '../../../../core/service/posts/day'
import { counts, isAtRisk, shiftState, type Shift, claimsOf } from '../../../../core/service/posts/rules'
import { inForce } from '../../../../core/shared/hours'
import type { Instant, Output } from '../../../../core/shared/operation'
import { isQueueOpen, placeAt } from '../../../../core/shared/queue'
import type { Post, Service } from '../documents'
import { serviceId } from './services'

export type ShiftView = Output<(typeof contract)['post.get']>['shifts'][number]

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
export const shiftView = (
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
