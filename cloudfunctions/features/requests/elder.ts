import type { requests as contract } from '../../../core/requests/contract'
import { above } from '../../../core/requests/ladder'
import * as rules from '../../../core/requests/rules'
import { viewerOf } from '../../../core/requests/view'
import { roles } from '../../../core/shared/operation'
import type { Context, Handlers } from '../../kernel/ports'
import { doingOf, finish } from './finish'
import { standOn } from './people'
import { settle } from './settle'

/** The request as seen by whoever asked or who acts for them; nobody else may speak for the elder. */
const mustBeElder = ({ person, subject, holds, fail }: Pick<Context<'request.confirm'>, 'person' | 'subject' | 'holds' | 'fail'>): void => {
  if (viewerOf(subject, person._id, holds(roles, subject.path)) !== 'elder') fail('REQUEST_NOT_YOURS')
}

/** What the elder says, or the family for them. */
export const elders: Handlers<Pick<typeof contract, 'request.confirm' | 'request.cancel'>> = {
  async 'request.confirm'({ satisfied, stars, note }, context) {
    const { subject, checkText, audit, fail } = context
    mustBeElder(context)
    await checkText(note)
    const doing = doingOf(context)
    const settled = await settle(context, subject, async request => {
      // Only what is reopened climbs.
      const ladder = satisfied ? null : await standOn(context, request, above(request.rung))
      return rules.confirm(request, { satisfied, stars, note }, ladder, doing)
    })
    if (!('refused' in settled) && settled.changed && context.actor.relation) audit(subject.memberId, 'request.confirmed')
    return finish(context, settled, fail)
  },

  async 'request.cancel'({ reason }, context) {
    const { subject, checkText, audit, fail } = context
    mustBeElder(context)
    await checkText(reason)
    const settled = await settle(context, subject, request => rules.cancel(request, reason, doingOf(context)))
    if (!('refused' in settled) && settled.changed && context.actor.relation) audit(subject.memberId, 'request.cancelled')
    return finish(context, settled, fail)
  },
}
