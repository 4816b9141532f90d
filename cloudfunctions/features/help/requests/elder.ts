import type { requests as contract } from '../../../../core/help/requests/contract'
import { above, stillAsked } from '../../../../core/help/requests/ladder'
import { sayPromise } from '../../../../core/help/requests/promise'
import * as rules from '../../../../core/help/requests/rules'
import { viewerOf } from '../../../../core/help/requests/view'
import { roles } from '../../../../core/shared/operation'
import type { Step } from '../../../../core/help/requests/step'
import type { Instant } from '../../../../core/shared/operation'
import type { HelpRequest } from '../documents'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { deliver } from './deliver'
import { doingOf, finish } from './finish'
import { standOn } from './people'
import { stepRequest } from './step'

/** The request as seen by whoever asked or who acts for them; nobody else may speak for the elder. */
const mustBeElder = ({ person, subject, holds, fail }: Pick<Context<'request.confirm'>, 'person' | 'subject' | 'holds' | 'fail'>): void => {
  if (viewerOf(subject, person._id, holds(roles, subject.path)) !== 'elder') fail('REQUEST_NOT_YOURS')
}

/** The promise as it stands, and who has it in hand or is asked now. */
export const standsNow = (request: HelpRequest, now: Instant) => {
  const told = request.owner ? [request.owner, ...(request.second ? [request.second] : [])] : stillAsked(request)
  return {
    promiseAt: request.promiseAt,
    promise: sayPromise(request.promiseAt, now),
    urgent: request.urgency === 'urgent',
    told: told.map(({ name, role }) => ({ name, role })),
  }
}

/** A step that adds what is said; the ladder is looked at only where the words make it urgent. */
export const moreSaid = async (
  request: HelpRequest,
  more: rules.More,
  context: Ports & Pick<Context<'request.raise'>, 'actor' | 'commandId'>,
): Promise<Step<'REQUEST_CLOSED'>> => {
  const ladder = rules.hurries(request, more) ? await standOn(context, { ...request, urgency: 'urgent' }, request.rung) : null
  return rules.sayMore(request, more, ladder, doingOf(context))
}

/** As often as one account may add something in an hour. */
const MOST = 60
const HOUR = 60 * 60_000

/** What the elder says, or the family for them. */
export const elders: Handlers<Pick<typeof contract, 'request.confirm' | 'request.cancel' | 'request.sayMore'>> = {
  async 'request.sayMore'({ text, voiceFileId, photoFileIds = [] }, context) {
    const { subject, person, openid, actor, now, limit, checkText, audit, fail } = context
    if (subject.raisedBy.memberId !== person._id) mustBeElder(context)
    if (!text && voiceFileId === undefined && photoFileIds.length === 0) return fail('INVALID_INPUT', { paths: ['text'] })
    await Promise.all([checkText(text), limit(openid, MOST, HOUR)])
    const settled = await stepRequest(context, subject, request => moreSaid(request, { text, voiceFileId, photoFileIds }, context))
    if ('refused' in settled) return fail(settled.refused)
    if (settled.changed && actor.relation) audit(subject.memberId, 'request.sayMore')
    await deliver(context, settled.request)
    return { state: settled.request.state, ...standsNow(settled.request, now) }
  },

  async 'request.confirm'({ satisfied, stars, note }, context) {
    const { subject, checkText, audit } = context
    mustBeElder(context)
    await checkText(note)
    const doing = doingOf(context)
    const settled = await stepRequest(context, subject, async request => {
      // Only what is reopened climbs.
      const ladder = satisfied ? null : await standOn(context, request, above(request.rung))
      return rules.confirm(request, { satisfied, stars, note }, ladder, doing)
    })
    if (!('refused' in settled) && settled.changed && context.actor.relation) audit(subject.memberId, 'request.confirmed')
    return finish(context, settled, context.refuse)
  },

  async 'request.cancel'({ reason }, context) {
    const { subject, checkText, audit } = context
    mustBeElder(context)
    await checkText(reason)
    const settled = await stepRequest(context, subject, request => rules.cancel(request, reason, doingOf(context)))
    if (!('refused' in settled) && settled.changed && context.actor.relation) audit(subject.memberId, 'request.cancelled')
    return finish(context, settled, context.refuse)
  },
}
