import type { requests as contract } from '../../../../core/help/requests/contract'
import { stillAsked } from '../../../../core/help/requests/ladder'
import { sayPromise } from '../../../../core/help/requests/promise'
import * as rules from '../../../../core/help/requests/rules'
import type { Step } from '../../../../core/help/requests/step'
import type { Instant } from '../../../../core/shared/operation'
import { claimFiles } from '../../../kernel/files'
import type { Ports } from '../../../kernel/ports'
import type { HelpRequest } from '../documents'
import type { Context, Handlers } from '../use-case'
import { deliver } from './deliver'
import { doingOf } from './finish'
import { ladderFor } from './ladder'
import { sightFor } from './sight'
import { stepRequest } from './step'

/** The promise as it stands, and who has the request or is asked now (`told`). */
export const promiseNow = (request: HelpRequest, now: Instant) => {
  const told = request.owner ? [request.owner, ...(request.second ? [request.second] : [])] : stillAsked(request)
  return {
    promiseAt: request.promiseAt,
    promise: sayPromise(request.promiseAt, now),
    urgent: request.urgency === 'urgent',
    told: told.map(({ name, role }) => ({ name, role })),
  }
}

/** Adds words, voice or photos to a request. The ladder is read only where the words make the request urgent. */
export const addMore = async (
  request: HelpRequest,
  more: rules.More,
  context: Ports & Pick<Context<'request.raise'>, 'actor' | 'commandId'>,
): Promise<Step<'REQUEST_CLOSED'>> => {
  const ladder = rules.hurries(request, more) ? await ladderFor(context, { ...request, urgency: 'urgent' }, request.rung) : null
  return rules.sayMore(request, more, ladder, doingOf(context))
}

/** Additions of one account in an hour. */
const MOST = 60

const HOUR = 60 * 60_000

export const sayMore: Handlers<Pick<typeof contract, 'request.sayMore'>> = {
  async 'request.sayMore'({ text, voiceFileId, photoFileIds = [] }, context) {
    const { subject, person, openid, actor, now, limit, checkText, audit, fail } = context
    const { viewer } = await sightFor(context)
    if (viewer !== 'elder' && subject.raisedBy.memberId !== person._id) return fail('REQUEST_NOT_YOURS')
    if (!text && voiceFileId === undefined && photoFileIds.length === 0) return fail('INVALID_INPUT', { paths: ['text'] })
    await Promise.all([
      checkText(text),
      limit(openid, MOST, HOUR),
      claimFiles(context, [voiceFileId, ...photoFileIds], { purpose: 'request', about: subject._id }),
    ])
    const outcome = await stepRequest(context, subject, request => addMore(request, { text, voiceFileId, photoFileIds }, context))
    if ('refused' in outcome) return fail(outcome.refused)
    if (outcome.changed && actor.relation) audit(subject.memberId, 'request.sayMore')
    await deliver(context, outcome.request)
    return { state: outcome.request.state, ...promiseNow(outcome.request, now) }
  },
}
