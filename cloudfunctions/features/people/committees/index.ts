import { committees as contract } from '../../../../core/people/committees/contract'
import type { Handlers } from '../use-case'
import { answer } from './answer'
import { exportCommittees } from './export'
import { get, phone } from './get'
import { leave } from './leave'
import { lists } from './lists'
import { postpone } from './postpone'
import { record } from './record'
import { steps } from './steps'

/** The committee of a branch (P04): recorded, approved, in office, over; offices follow its posts by themselves. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...get, ...phone, ...lists, ...exportCommittees },
  ...{ ...record, ...answer, ...leave, ...postpone, ...steps },
}

export { contract }
export { homes } from '../use-case'
