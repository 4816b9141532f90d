import type { Succeed } from '../../kernel/succession'
import { followElders } from './requests/follow'

/** Requests that are under way follow their elder, with the helper who has them in hand; the desk in charge there goes on with them. */
export const requestsGo: Succeed = (ports, { from }) => followElders(ports, { branchId: from })
