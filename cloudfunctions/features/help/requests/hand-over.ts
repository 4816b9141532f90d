import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import type { Handlers } from '../use-case'
import { stepOut } from './step-out'

export const handOver: Handlers<Pick<typeof contract, 'request.handOver'>> = {
  'request.handOver': ({ reason }, context) =>
    stepOut(context, reason, (request, memberId, ...on) => rules.handOver(request, memberId, reason, ...on)),
}
