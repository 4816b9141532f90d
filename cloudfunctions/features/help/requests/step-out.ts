import * as rules from '../../../../core/help/requests/helper-steps'
import type { Doing, Ladder, Step } from '../../../../core/help/requests/step'
import type { Ports } from '../../../kernel/ports'
import type { HelpRequest } from '../documents'
import type { Context } from '../use-case'
import { doingOf, finish } from './finish'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

type Leaving = Ports & Pick<Context<'request.decline'>, 'subject' | 'person' | 'actor' | 'commandId' | 'checkText' | 'refuse'>

/** Takes the caller out of a request that they decline or hand over; the ladder goes on without them. */
export const stepOut = async (
  context: Leaving,
  reason: string | undefined,
  step: (request: HelpRequest, memberId: string, ladder: Ladder, doing: Doing) => Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'>,
) => {
  const { subject, person, checkText } = context
  await checkText(reason)
  const outcome = await stepRequest(context, subject, async request =>
    step(request, person._id, await ladderFor(context, rules.without(request, person._id), request.rung), doingOf(context)),
  )
  return finish(context, outcome, context.refuse)
}
