import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import { sayPromise } from '../../../../core/help/requests/promise'
import type { Handlers } from '../use-case'
import { deliver } from './deliver'
import { doingOf } from './finish'
import { stepRequest } from './step'

export const plan: Handlers<Pick<typeof contract, 'request.plan'>> = {
  async 'request.plan'({ text, date }, context) {
    const { subject, person, now, checkText, fail } = context
    await checkText(text)
    const outcome = await stepRequest(context, subject, request => rules.plan(request, person._id, { text, date }, doingOf(context)))
    if ('refused' in outcome) return fail(outcome.refused)
    await deliver(context, outcome.request)
    const { state, promiseAt } = outcome.request
    return { state, promiseAt, promise: sayPromise(promiseAt, now) }
  },
}
