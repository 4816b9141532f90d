import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { Handlers } from '../use-case'
import { deliver } from './deliver'
import { doingOf } from './finish'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

export const askSecond: Handlers<Pick<typeof contract, 'request.askSecond'>> = {
  async 'request.askSecond'({ note }, context) {
    const { subject, person, checkText, fail } = context
    const [ladder] = await Promise.all([ladderFor(context, subject, 'liaison', { near: true }), checkText(note)])
    const outcome = await stepRequest(context, subject, request => rules.askSecond(request, person._id, note, ladder, doingOf(context)))
    if ('refused' in outcome) return fail(outcome.refused)
    const { request } = outcome
    await deliver(context, request)
    const told = request.asked.filter(one => one.second && !one.declined).map(({ name, role }) => ({ name, role }))
    return { state: request.state, told }
  },
}
