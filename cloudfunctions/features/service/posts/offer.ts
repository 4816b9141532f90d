import { sameName } from '../../../../core/people/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { offeredNotice } from '../../../../core/service/posts/notices'
import { claimKey, counts, judgeOpen, claimsOf, claimOf } from '../../../../core/service/posts/rules'
import { mayTakePart } from '../../../kernel/access'
import { tell } from '../../../kernel/tell'
import { Members, VOLUNTEERS, type Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { showCards } from './cards'
import { shiftOf } from './shift-of'
import { tellPromoted } from './moves'
import { forget } from './commitments'
import { rewriteQueue } from './rewrite-queue'

/** More people than bear one name in a branch. */
const NAMESAKES = 20

/** The person meant: by id, or by name among one's own branch and the queue of the shift. */
const personMeant = async (
  { store, subject, person, fail }: Context<'post.offer'>,
  shiftId: string,
  { toMemberId, toName }: { toMemberId?: string | undefined; toName?: string | undefined },
): Promise<Member | null> => {
  const members = store.table(Members)
  if (toMemberId === undefined && toName === undefined) return null
  const [byId, branch, waiting] = await Promise.all([
    toMemberId === undefined ? null : members.get(toMemberId),
    toName === undefined || person.branchId === VOLUNTEERS
      ? []
      : members.find({ branchId: person.branchId, name: toName, state: 'active' }, { limit: NAMESAKES }),
    toName === undefined ? [] : members.getMany(claimsOf(subject.queue, shiftId).map(one => one.memberId)),
  ])
  const candidates = byId ? [byId] : [...branch, ...waiting.filter(one => toName !== undefined && sameName(one.name, toName))]
  const able = new Map(
    candidates.filter(one => one._id !== person._id && one.state === 'active' && mayTakePart(one, subject)).map(one => [one._id, one]),
  )
  const [found, another] = able.values()
  return found && !another ? found : fail('PERSON_UNCLEAR')
}

export const offer: Handlers<Pick<typeof contract, 'post.offer'>> = {
  async 'post.offer'({ shiftId, toMemberId, toName, back }, context) {
    const { subject, person, now, store, fail } = context
    if (judgeOpen({ ...subject, deadline: null }, shiftOf(subject, shiftId), now) !== 'open') return fail('POST_CLOSED')
    if (claimOf(subject, shiftId, person._id).state !== 'held') return fail('NOT_HOLDING')
    const to = back ? null : await personMeant(context, shiftId, { toMemberId, toName })
    const key = claimKey(shiftId, person._id)

    const rewritten = await rewriteQueue(
      context,
      subject,
      post => {
        const shift = shiftOf(post, shiftId)
        if (claimOf(post, shiftId, person._id).state !== 'held') return null
        if (!back && !to && counts(post, shift).waiting > 0) return post.queue.filter(one => one.key !== key)
        const offer = { to: to?._id ?? null, name: person.name, at: now }
        return post.queue.map(({ offer: former, ...one }) =>
          one.key === key ? { ...one, ...(back ? {} : { offer }) } : { ...one, ...(former ? { offer: former } : {}) },
        )
      },
      shiftId,
    )
    if (!rewritten) return fail('NOT_HOLDING')
    const { before, after } = rewritten
    if (!after.queue.some(one => one.key === key)) {
      await Promise.all([
        forget(store, person._id, { postId: subject._id, shiftId }),
        tellPromoted(context, before, after, [shiftId]),
        showCards(context, after),
      ])
      return { state: 'given' }
    }
    if (to) await tell(context, [to._id], offeredNotice(after, shiftOf(after, shiftId), person._id, person.name, now))
    return { state: back ? 'held' : 'offered', ...(to ? { to: to.name } : {}) }
  },
}
