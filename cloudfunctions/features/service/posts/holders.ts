import { maskPhone } from '../../../../core/people/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { isAtRisk, type Shift, claimsOf } from '../../../../core/service/posts/rules'
import { inForce } from '../../../../core/shared/hours'
import type { Output } from '../../../../core/shared/operation'
import { placeAt } from '../../../../core/shared/queue'
import type { Ports } from '../../../kernel/ports'
import { Members, VOLUNTEERS } from '../../people/public'
import { PostFeedbacks, Services, type Post } from '../documents'
import type { Handlers } from '../use-case'
import { correctedOf, shiftFigures } from './shift-view'

type Holders = Output<(typeof contract)['post.holders']>

export type Holder = Holders['shifts'][number]['holders'][number]

export const holdersOfPost = async ({ store, now }: Pick<Ports, 'store' | 'now'>, post: Post): Promise<Holders> => {
  const memberIds = [...new Set(post.queue.map(one => one.memberId))]
  const [members, services, feedback] = await Promise.all([
    store.table(Members).getMany(memberIds),
    store.table(Services).findAll({ postId: post._id }),
    store.table(PostFeedbacks).findAll({ postId: post._id }),
  ])
  const people = new Map(members.map(one => [one._id, one]))
  const served = new Map(services.map(one => [one._id, one]))
  const holderOf = (one: Post['queue'][number], index: number, shift: Shift): Holder[] => {
    const place = placeAt(index, shift.places)
    const member = people.get(one.memberId)
    const service = inForce(served.get(`${post._id}:${one.key}`) ?? null, shift)
    if (place.state === 'none') return []
    const [phone] = member?.phones ?? []
    return [
      {
        memberId: one.memberId,
        name: member?.name ?? '',
        ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
        at: one.at,
        ...place,
        ...(one.by ? { by: one.by.name } : {}),
        volunteer: member?.branchId === VOLUNTEERS,
        ...(one.group === undefined ? {} : { group: one.group }),
        ...(one.offer ? { offered: one.offer.to === null ? 'anyone' : 'person' } : {}),
        service: service
          ? {
              state: service.state,
              minutes: service.minutes,
              ...(service.signedInAt === undefined ? {} : { signedInAt: service.signedInAt }),
              ...(service.signedOutAt === undefined ? {} : { signedOutAt: service.signedOutAt }),
              ...correctedOf(service),
            }
          : null,
      },
    ]
  }
  return {
    shifts: post.shifts.map(shift => ({
      ...shiftFigures(post, shift, now),
      atRisk: isAtRisk(post, shift, now),
      holders: claimsOf(post.queue, shift.shiftId).flatMap((one, index) => holderOf(one, index, shift)),
    })),
    withdrawn: post.withdrawn,
    feedback: feedback.map(({ memberId, name, text, photoFileIds, at }) => ({ memberId, name, text, photoFileIds, at })),
  }
}

export const holders: Handlers<Pick<typeof contract, 'post.holders'>> = {
  'post.holders': (_input, { subject, ...context }) => holdersOfPost(context, subject),
}
