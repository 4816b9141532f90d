import { inForce } from '../../../../core/shared/hours'
import { Members } from '../../people/public'
import { Posts } from '../documents'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { asHeld, tookPlace } from '../../../../core/service/posts/day'
import { resolvedNotice } from '../../../../core/service/posts/notices'
import { judgeResolution, resolved } from '../../../../core/service/posts/resolve'
import { claimKey, claimOf } from '../../../../core/service/posts/rules'
import { knows } from '../../../../core/service/posts/service-row'
import { mayTakePart } from '../../../kernel/access'
import type { Input } from '../../../../core/shared/operation'
import type { Post, Service } from '../documents'
import type { Context, Handlers } from '../use-case'
import { shiftOf } from './shift-of'
import { decideServices } from './services'

type Resolving = Pick<Context<'post.resolve'>, 'store' | 'now' | 'actor' | 'commandId' | 'checkText' | 'audit' | 'tell' | 'refuse' | 'fail'>

/** What stands of a member, as the organizer hears it. */
const shownOf = (row: Service) => ({
  ...{ state: row.state, minutes: row.minutes },
  ...(row.signedInAt === undefined ? {} : { signedInAt: row.signedInAt }),
  ...(row.signedOutAt === undefined ? {} : { signedOutAt: row.signedOutAt }),
})

/** A member who came without having claimed stands at the end of the queue, so that what they did is theirs as it is for those who claimed. */
const takeIn = async ({ store, now, actor, fail }: Resolving, subject: Post, shiftId: string, memberId: string): Promise<Post> => {
  const member = await store.table(Members).get(memberId)
  if (member?.state !== 'active' || !mayTakePart(member, subject)) return fail('NOT_FOUND')
  const posts = store.table(Posts)
  const key = claimKey(shiftId, memberId)
  await posts.update(
    { _id: subject._id, 'queue.key': { not: key } },
    { push: { queue: { key, shiftId, memberId, at: now, by: actor } }, inc: { seq: 1 } },
  )
  return (await posts.get(subject._id)) ?? fail('NOT_FOUND')
}

type Told = Pick<Input<(typeof contract)['post.resolve']>, 'shiftId' | 'memberId' | 'state' | 'from' | 'to' | 'reason'>

/** What happened on the spot, said by who runs the post; their right to it has been judged. */
export const resolveOn = async (context: Resolving, subject: Post, { shiftId, memberId, state, from, to, reason }: Told) => {
  const { actor, now, commandId, checkText, audit, tell, refuse, fail } = context
  const called = shiftOf(subject, shiftId)
  if (called.cancelled && !tookPlace(called)) return fail('POST_CLOSED')
  const shift = asHeld(called)
  const place = claimOf(subject, shiftId, memberId)
  const verdict = judgeResolution({ state, from, to }, shift, place.state === 'held', now)
  if (verdict !== 'right') return refuse(verdict)
  await checkText(reason)
  if (place.state === 'none' && state !== 'in' && state !== 'served') return fail('NOT_FOUND')
  const post = place.state === 'none' ? await takeIn(context, subject, shiftId, memberId) : subject
  const resolution = { state, from, to, reason, by: actor, commandId }
  const [decided] = await decideServices(context, post, shift, [memberId], row =>
    row && knows(row, commandId) ? row : resolved(row, resolution, shift, now),
  )
  const after = decided && inForce(decided.after, shift)
  if (!after) return fail('CONFLICT')
  if (after !== decided.before) audit(memberId, 'post.resolve', reason)
  // Told again where the first try was cut off; told once.
  if (after.commandId === commandId) await tell([memberId], resolvedNotice(post, shift, after), { quiet: true })
  return shownOf(after)
}

export const resolve: Handlers<Pick<typeof contract, 'post.resolve'>> = {
  'post.resolve': (input, context) => resolveOn(context, context.subject, input),
}
