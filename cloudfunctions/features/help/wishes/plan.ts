import type * as z from 'zod'
import type { wishClash, wishes as contract } from '../../../../core/help/wishes/contract'
import { wishTitles } from '../../../../core/help/wishes/kinds'
import { carOf, isOpen, remindAt, spanOf, stepsOf } from '../../../../core/help/wishes/rules'
import { overlap, type Hours } from '../../../../core/shared/hours'
import { roles } from '../../../../core/shared/operation'
import { isDeepStrictEqual } from 'node:util'
import type { Ports } from '../../../kernel/ports'
import { Members, VOLUNTEERS, type Engagement, type Member } from '../../people/public'
import { isKnown, queuedIn, takenUpBy } from '../../service/public'
import { agendaOf, agendaOfCar, engage, standingInTheWay } from '../engaged'
import type { Context, Handlers } from '../use-case'
import { changeWish, tellNews } from './change'
import type { Wish, WishPlan } from './documents'

type Clash = z.infer<(typeof wishClash)['data']>['clashes'][number]

export const engagementKey = (wishId: string): string => `wish:${wishId}`

const engagementOf = ({ _id, kind }: Wish, { startsAt, endsAt }: Hours, at: number): Engagement => ({
  ...{ key: engagementKey(_id), what: 'wish', id: _id, title: wishTitles[kind], startsAt, endsAt, at },
})

/** A shift that the person queues for at that time. */
const shiftOn = async ({ store, now }: Pick<Ports, 'store' | 'now'>, member: Member, span: Hours): Promise<Clash | undefined> => {
  const shift = takenUpBy(await queuedIn(store, member._id, now), member._id).find(one => overlap(one, span))
  return shift && clashOf(member, { what: 'post', title: shift.title, startsAt: shift.startsAt, endsAt: shift.endsAt })
}

const clashOf = ({ _id, name }: Pick<Member, '_id' | 'name'>, { what, title, startsAt, endsAt }: Clash['with']): Clash => ({
  ...{ memberId: _id, name, with: { what, title, startsAt, endsAt } },
})

/** Frees people and the car of a plan, but for those that `keep` names. */
export const release = async (
  { store }: Pick<Ports, 'store'>,
  wishId: string,
  plan: Pick<WishPlan, 'people' | 'carId'> | undefined,
  keep?: Pick<WishPlan, 'people' | 'carId'>,
): Promise<void> => {
  const key = engagementKey(wishId)
  const people = (plan?.people ?? []).filter(one => keep?.people.some(each => each.memberId === one.memberId) !== true)
  const carId = plan?.carId !== undefined && plan.carId !== keep?.carId ? plan.carId : undefined
  await Promise.all([
    ...people.map(one => agendaOf(store, one.memberId).drop(key)),
    ...(carId === undefined ? [] : [agendaOfCar(store, carId).drop(key)]),
  ])
}

/**
 * Notes the day on everyone named and on the car, in a fixed order, so that of two plans at once one gets through: from the first that stands in the way on, it only
 * looks. Answers everything that does; then nothing of it stays noted.
 */
const takeAll = async (ports: Ports, wish: Wish, plan: WishPlan, members: readonly Member[]): Promise<Clash[]> => {
  const { store, now } = ports
  const wanted = engagementOf(wish, plan, now)
  const clashes: Clash[] = []
  const note = async (agenda: ReturnType<typeof agendaOf>, seen: Pick<Member, 'engaged' | 'engagedSeq'>) =>
    clashes.length > 0 ? standingInTheWay(store, agenda, seen, wanted, now) : engage(store, agenda, seen, wanted, now)
  for (const member of [...members].sort((one, other) => (one._id < other._id ? -1 : 1))) {
    const shift = await shiftOn(ports, member, plan)
    const other = shift ? null : await note(agendaOf(store, member._id), member)
    if (shift) clashes.push(shift)
    else if (other) clashes.push(clashOf(member, other))
  }
  if (plan.carId !== undefined && plan.vehicle !== undefined) {
    const agenda = agendaOfCar(store, plan.carId)
    const other = await note(agenda, (await agenda.read()) ?? {})
    if (other)
      clashes.push({ name: plan.vehicle, with: { what: other.what, title: other.title, startsAt: other.startsAt, endsAt: other.endsAt } })
  }
  if (clashes.length > 0) await putBack(ports, wish, plan)
  return clashes
}

/** What an earlier plan had noted holds on; what only the refused one wanted is free. */
const putBack = async ({ store, now }: Ports, wish: Wish, refused: WishPlan): Promise<void> => {
  const before = wish.plan
  await release({ store }, wish._id, refused, before)
  if (!before) return
  const wanted = engagementOf(wish, before, now)
  for (const { memberId } of before.people) {
    const agenda = agendaOf(store, memberId)
    await engage(store, agenda, (await agenda.read()) ?? {}, wanted, now)
  }
  if (before.carId === undefined) return
  const agenda = agendaOfCar(store, before.carId)
  await engage(store, agenda, (await agenda.read()) ?? {}, wanted, now)
}

/** May the caller name this member: of the elder's branch, of those they are in charge of, or a volunteer known to an officer? */
const mayName = (member: Member, wish: Wish, { holds }: Pick<Context<'wish.plan'>, 'holds'>): boolean =>
  member.state === 'active' &&
  member._id !== wish.memberId &&
  (member.branchId === wish.branchId || holds(roles, member.path) || (member.branchId === VOLUNTEERS && isKnown(member)))

/** What a plan says, without what is ticked of it. */
const essence = ({ steps, ...plan }: WishPlan) => ({ ...plan, steps: steps.map(one => one.text) })

export const plan: Handlers<Pick<typeof contract, 'wish.plan'>> = {
  async 'wish.plan'({ on, from, to, people, steps, vehicle, papers = [] }, context) {
    const { store, subject: wish, actor, now, fail, checkText } = context
    if (!isOpen(wish.state)) return fail('WISH_CLOSED')
    const span = spanOf(on, from, to)
    if (!span || span.endsAt <= now) return fail('INVALID_INPUT', { paths: ['on'], message: '日子或钟点不对，请再核对' })
    const [members] = await Promise.all([
      store.table(Members).getMany([...new Set(people.map(one => one.memberId))]),
      checkText(...people.map(one => one.part), ...steps, vehicle, ...papers),
    ])
    const named = people.flatMap(({ memberId, part }) => {
      const member = members.find(one => one._id === memberId)
      return member && mayName(member, wish, context) ? [{ memberId, name: member.name, part }] : []
    })
    if (named.length < people.length || new Set(people.map(one => one.memberId)).size < people.length)
      return fail('INVALID_INPUT', { paths: ['people'] })
    const wanted: WishPlan = {
      ...{ on, ...span, people: named, steps: stepsOf(steps, wish.plan?.steps), papers },
      ...(vehicle === undefined ? {} : { vehicle, carId: carOf(vehicle, wish.branchId) }),
    }
    if (wish.plan && isDeepStrictEqual(essence(wish.plan), essence(wanted))) {
      await tellNews(context, wish)
      return {}
    }
    const clashes = await takeAll(context, wish, wanted, members)
    if (clashes.length > 0) return fail('WISH_CLASH', { clashes })
    const { row, answer: before } = await changeWish(context, wish, was => {
      // Another plan came in between: whose notes hold is said by that one.
      if (was.version !== wish.version && (!isOpen(was.state) || !isDeepStrictEqual(was.plan, wish.plan))) return { answer: undefined }
      const gone = (was.plan?.people ?? []).filter(one => !named.some(each => each.memberId === one.memberId)).map(one => one.memberId)
      const others = named.map(one => one.memberId).filter(one => one !== actor.memberId)
      return {
        next: {
          ...{ state: 'planned' as const, plan: { ...wanted, steps: stepsOf(steps, was.plan?.steps) }, remindAt: remindAt(span, now) },
          party: [was.memberId, ...named.map(one => one.memberId)],
        },
        news: [
          { kind: 'planned', memberIds: [was.memberId], by: actor.name },
          { kind: 'named', memberIds: others, by: actor.name },
          { kind: 'unnamed', memberIds: gone, by: actor.name },
        ],
        answer: was,
      }
    })
    if (!before) {
      await release(context, wish._id, wanted, row.plan)
      return fail('CONFLICT')
    }
    await release(context, wish._id, before.plan, wanted)
    await tellNews(context, row)
    return {}
  },
}
