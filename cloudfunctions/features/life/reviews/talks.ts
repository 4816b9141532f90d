import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { planTalks, type Talk, talkOf } from '../../../../core/life/reviews/talks'
import { omit } from '../../../../core/shared/fields'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { partsOf } from './parts'
import { changeOpen, reviewed } from './row'

/** The secretaries of the branch lead where no committee was recorded. */
const leadingOf = ({ people, committee }: Awaited<ReturnType<typeof partsOf>>, secretaries: readonly string[]): string[] => {
  const heads = committee ?? new Set(secretaries)
  return people.map(one => one.memberId).filter(id => heads.has(id))
}

type Names = 'review.plan' | 'review.pair' | 'review.unpair' | 'review.talked'

export const talks: Handlers<Pick<typeof contract, Names>> = {
  async 'review.plan'(_input, context) {
    const { store, newId } = context
    const activity = reviewed(context)
    const [parts, officers] = await Promise.all([
      partsOf(context, activity),
      store.table(Members).find({ 'grants.orgId': activity.branchId }),
    ])
    const secretaries = officers.filter(one => one.grants.some(grant => grant.role === 'secretary')).map(one => one._id)
    const people = parts.people.filter(one => one.standing !== 'affiliate').map(one => one.memberId)
    let added = 0
    await changeOpen(context, review => {
      const pairs = planTalks(people, leadingOf(parts, secretaries), review.talks)
      added = pairs.length
      const planned: Talk[] = pairs.map(memberIds => ({ talkId: newId(), memberIds }))
      return added === 0 ? review : { ...review, talks: [...review.talks, ...planned] }
    })
    return { added }
  },

  async 'review.pair'({ memberIds }, context) {
    const { newId, fail } = context
    const activity = reviewed(context)
    const { people } = await partsOf(context, activity)
    const [one, other] = memberIds
    if (one === other || !memberIds.every(id => people.some(part => part.memberId === id)))
      return fail('INVALID_INPUT', { paths: ['memberIds'] })
    const talkId = newId()
    const { talks: now } = await changeOpen(context, review =>
      talkOf(review.talks, memberIds) ? review : { ...review, talks: [...review.talks, { talkId, memberIds }] },
    )
    return { talkId: talkOf(now, memberIds)?.talkId ?? talkId }
  },

  async 'review.unpair'({ talkId }, context) {
    reviewed(context)
    await changeOpen(context, review => ({ ...review, talks: review.talks.filter(one => one.talkId !== talkId) }))
    return {}
  },

  async 'review.talked'({ talkId, on }, context) {
    const { holds, person, fail } = context
    const activity = reviewed(context)
    await changeOpen(context, review => {
      const talk = review.talks.find(one => one.talkId === talkId)
      if (!talk) return fail('NOT_FOUND')
      if (!holds(['secretary'], activity.path) && !talk.memberIds.includes(person._id)) return fail('FORBIDDEN')
      const next: Talk = on === null ? omit(talk, 'on') : { ...talk, on }
      return { ...review, talks: review.talks.map(one => (one === talk ? next : one)) }
    })
    return {}
  },
}
