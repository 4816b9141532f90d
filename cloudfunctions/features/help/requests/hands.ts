import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Doing, Ladder, Step } from '../../../../core/help/requests/step'
import type { HelperRole } from '../../../../core/help/requests/states'
import { sayPromise } from '../../../../core/help/requests/promise'
import * as rules from '../../../../core/help/requests/hands'
import type { HelpRequest } from '../documents'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { deliver } from './deliver'
import { doingOf, finish } from './finish'
import { standOn } from './people'
import { stepRequest } from './step'

type Hands = Handlers<
  Pick<
    typeof contract,
    'request.accept' | 'request.decline' | 'request.progress' | 'request.handOver' | 'request.askSecond' | 'request.plan' | 'request.done'
  >
>

/** Offices in whose name somebody may take a request that was not put to them, the nearest one first. */
const offices = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

/** As what this person takes it: as what they were asked, or by their office. */
const takerOf = ({ person, subject, holds, fail }: Pick<Context<'request.accept'>, 'person' | 'subject' | 'holds' | 'fail'>): Helper => {
  if (!person || person._id === subject.memberId) return fail('FORBIDDEN')
  const asked = subject.asked.find(one => one.memberId === person._id)
  const role: HelperRole | undefined = asked?.role ?? offices.find(office => holds([office], subject.path))
  return role === undefined ? fail('FORBIDDEN') : { memberId: person._id, name: person.name, role }
}

type Leaving = Ports & Pick<Context<'request.decline'>, 'subject' | 'person' | 'actor' | 'commandId' | 'checkText' | 'fail' | 'refuse'>

/** One who will not do it, or not any more: the ladder goes on without them. */
const stepOut = async (
  context: Leaving,
  reason: string | undefined,
  step: (request: HelpRequest, memberId: string, ladder: Ladder, doing: Doing) => Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'>,
) => {
  const { subject, person, checkText, fail } = context
  if (!person) return fail('REQUEST_NOT_YOURS')
  await checkText(reason)
  const settled = await stepRequest(context, subject, async request =>
    step(request, person._id, await standOn(context, rules.without(request, person._id), request.rung), doingOf(context)),
  )
  return finish(context, settled, context.refuse)
}

/** What those do who were asked, or who have it in hand. */
export const hands: Hands = {
  // The decision alone: who is to hear of it is written with it, and told by the timer within the minute. So one tap costs one write.
  async 'request.accept'({ note }, context) {
    const { subject, checkText } = context
    const taker = takerOf(context)
    await checkText(note)
    const settled = await stepRequest(context, subject, request => rules.accept(request, taker, note, doingOf(context)))
    return 'refused' in settled ? context.refuse(settled) : { state: settled.request.state }
  },

  'request.decline': ({ reason }, context) =>
    stepOut(context, reason, (request, memberId, ...on) => rules.decline(request, memberId, reason, ...on)),

  async 'request.progress'({ state, note }, context) {
    const { subject, person, checkText, fail } = context
    if (!person) return fail('REQUEST_NOT_YOURS')
    await checkText(note)
    return finish(
      context,
      await stepRequest(context, subject, request => rules.progress(request, person._id, { state, note }, doingOf(context))),
      context.refuse,
    )
  },

  'request.handOver': ({ reason }, context) =>
    stepOut(context, reason, (request, memberId, ...on) => rules.handOver(request, memberId, reason, ...on)),

  async 'request.askSecond'({ note }, context) {
    const { subject, person, checkText, fail } = context
    if (!person) return fail('REQUEST_NOT_YOURS')
    const [ladder] = await Promise.all([standOn(context, subject, 'liaison', { near: true }), checkText(note)])
    const settled = await stepRequest(context, subject, request => rules.askSecond(request, person._id, note, ladder, doingOf(context)))
    if ('refused' in settled) return fail(settled.refused)
    const { request } = settled
    await deliver(context, request)
    const told = request.asked.filter(one => one.second && !one.declined).map(({ name, role }) => ({ name, role }))
    return { state: request.state, told }
  },

  async 'request.plan'({ text, date }, context) {
    const { subject, person, now, checkText, fail } = context
    if (!person) return fail('REQUEST_NOT_YOURS')
    await checkText(text)
    const settled = await stepRequest(context, subject, request => rules.plan(request, person._id, { text, date }, doingOf(context)))
    if ('refused' in settled) return fail(settled.refused)
    await deliver(context, settled.request)
    const { state, promiseAt } = settled.request
    return { state, promiseAt, promise: sayPromise(promiseAt, now) }
  },

  async 'request.done'({ note, photoFileIds }, context) {
    const { subject, person, checkText, fail } = context
    if (!person) return fail('REQUEST_NOT_YOURS')
    await checkText(note)
    return finish(
      context,
      await stepRequest(context, subject, request => rules.done(request, person._id, { note, photoFileIds }, doingOf(context))),
      context.refuse,
    )
  },
}
