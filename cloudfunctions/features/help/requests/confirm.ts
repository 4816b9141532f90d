import type { requests as contract } from '../../../../core/help/requests/contract'
import { above } from '../../../../core/help/requests/ladder'
import * as rules from '../../../../core/help/requests/rules'
import type { Handlers } from '../use-case'
import { doingOf, finish } from './finish'
import { ladderFor } from './ladder'
import { mustBeElder } from './sight'
import { stepRequest } from './step'

export const confirm: Handlers<Pick<typeof contract, 'request.confirm'>> = {
  async 'request.confirm'({ satisfied, stars, note }, context) {
    const { subject, checkText, audit } = context
    await mustBeElder(context)
    await checkText(note)
    const doing = doingOf(context)
    const outcome = await stepRequest(context, subject, async request => {
      // Only a reopened request climbs.
      const ladder = satisfied ? null : await ladderFor(context, request, above(request.rung))
      return rules.confirm(request, { satisfied, stars, note }, ladder, doing)
    })
    if (!('refused' in outcome) && outcome.changed && context.actor.relation) audit(subject.memberId, 'request.confirmed')
    return finish(context, outcome, context.refuse)
  },
}
