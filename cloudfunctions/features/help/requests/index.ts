import { requests as contract } from '../../../../core/help/requests/contract'
import type { Handlers } from '../use-case'
import { accept } from './accept'
import { askSecond } from './ask-second'
import { board } from './board'
import { cancel } from './cancel'
import { candidates } from './candidates'
import { confirm } from './confirm'
import { decline } from './decline'
import { desk } from './desk'
import { done } from './done'
import { exportRequests } from './export'
import { get } from './get'
import { handOver } from './hand-over'
import { mine } from './mine'
import { phone } from './phone'
import { plan } from './plan'
import { progress } from './progress'
import { raise } from './raise'
import { reassign } from './reassign'
import { rows } from './rows'
import { sayMore } from './say-more'
import { settings } from './settings'

/** Requests (P30): every call for help finds an owner. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...raise, ...sayMore, ...confirm, ...cancel },
  ...{ ...accept, ...decline, ...progress, ...handOver, ...askSecond, ...plan, ...done },
  ...{ ...get, ...phone, ...mine, ...desk, ...rows, ...candidates, ...reassign },
  ...{ ...board, ...exportRequests, ...settings },
}

export { contract }
export { homes } from '../use-case'
