import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/rules'
import type { Handlers } from '../use-case'
import { doingOf, finish } from './finish'
import { mustBeElder } from './sight'
import { stepRequest } from './step'

export const cancel: Handlers<Pick<typeof contract, 'request.cancel'>> = {
  async 'request.cancel'({ reason }, context) {
    const { subject, checkText, audit } = context
    await mustBeElder(context)
    await checkText(reason)
    const outcome = await stepRequest(context, subject, request => rules.cancel(request, reason, doingOf(context)))
    if (!('refused' in outcome) && outcome.changed && context.actor.relation) audit(subject.memberId, 'request.cancelled')
    return finish(context, outcome, context.refuse)
  },
}
