import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import { claimFiles } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { doingOf, finish } from './finish'
import { stepRequest } from './step'

export const done: Handlers<Pick<typeof contract, 'request.done'>> = {
  async 'request.done'({ note, photoFileIds }, context) {
    const { subject, person, checkText } = context
    await Promise.all([checkText(note), claimFiles(context, photoFileIds ?? [], { purpose: 'request', about: subject._id })])
    return finish(
      context,
      await stepRequest(context, subject, request => rules.done(request, person._id, { note, photoFileIds }, doingOf(context))),
      context.refuse,
    )
  },
}
