import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { Handlers } from '../use-case'
import { doingOf, finish } from './finish'
import { stepRequest } from './step'

export const progress: Handlers<Pick<typeof contract, 'request.progress'>> = {
  async 'request.progress'({ state, note }, context) {
    const { subject, person, checkText } = context
    await checkText(note)
    return finish(
      context,
      await stepRequest(context, subject, request => rules.progress(request, person._id, { state, note }, doingOf(context))),
      context.refuse,
    )
  },
}
