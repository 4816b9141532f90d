import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { HelperRole } from '../../../../core/help/requests/states'
import type { Context, Handlers } from '../use-case'
import { doingOf } from './finish'
import { stepRequest } from './step'

/** Offices in whose name somebody may take a request that was not put to them, the nearest one first. */
const offices = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

/** As what this person takes it: as what they were asked, or by their office. */
const takerOf = ({ person, subject, holds, fail }: Pick<Context<'request.accept'>, 'person' | 'subject' | 'holds' | 'fail'>): Helper => {
  if (!person || person._id === subject.memberId) return fail('FORBIDDEN')
  const asked = subject.asked.find(one => one.memberId === person._id)
  const role: HelperRole | undefined = asked?.role ?? offices.find(office => holds([office], subject.path))
  return role === undefined ? fail('FORBIDDEN') : { memberId: person._id, name: person.name, role }
}

export const accept: Handlers<Pick<typeof contract, 'request.accept'>> = {
  // The decision alone: who is to hear of it is written with it, and told by the timer within the minute. So one tap costs one write.
  async 'request.accept'({ note }, context) {
    const { subject, checkText } = context
    const taker = takerOf(context)
    await checkText(note)
    const outcome = await stepRequest(context, subject, request => rules.accept(request, taker, note, doingOf(context)))
    return 'refused' in outcome ? context.refuse(outcome) : { state: outcome.request.state }
  },
}
