import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { HelperRole } from '../../../../core/help/requests/states'
import type { Context, Handlers } from '../use-case'
import { doingOf } from './finish'
import { standingFor } from './standing'
import { stepRequest } from './step'

/** Offices that let their holder take a request without being asked, the nearest first. */
const offices = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

/** The caller as a helper: in the role in which they were asked, else by their office. FORBIDDEN for the elder and for all others. */
const takerOf = async (context: Context<'request.accept'>): Promise<Helper> => {
  const { person, subject, holds, fail } = context
  if (person._id === subject.memberId) return fail('FORBIDDEN')
  const held = [subject.owner, subject.second].find(one => one?.memberId === person._id)
  if (held) return held
  const { asked: isAsked } = await standingFor(context, subject)
  const asked = isAsked ? subject.asked.find(one => one.memberId === person._id) : undefined
  const role: HelperRole | undefined = asked?.role ?? offices.find(office => holds([office], subject.path))
  return role === undefined ? fail('FORBIDDEN') : { memberId: person._id, name: person.name, role }
}

export const accept: Handlers<Pick<typeof contract, 'request.accept'>> = {
  // Only the decision is written here. The news stand in the same write and the timer delivers them within a minute, so that a tap costs
  // one write.
  async 'request.accept'({ note }, context) {
    const { subject, checkText } = context
    const taker = await takerOf(context)
    await checkText(note)
    const outcome = await stepRequest(context, subject, request => rules.accept(request, taker, note, doingOf(context)))
    return 'refused' in outcome ? context.refuse(outcome) : { state: outcome.request.state }
  },
}
