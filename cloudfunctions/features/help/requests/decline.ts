import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { Handlers } from '../use-case'
import { stepOut } from './step-out'

export const decline: Handlers<Pick<typeof contract, 'request.decline'>> = {
  'request.decline': ({ reason }, context) =>
    stepOut(context, reason, (request, memberId, ...on) => rules.decline(request, memberId, reason, ...on)),
}
