import type { Contract } from '../core/contract'
import { activities } from './features/activities'
import { attendance } from './features/attendance'
import { cards } from './features/cards'
import { identity } from './features/identity'
import { messages } from './features/messages'
import { organizations } from './features/organizations'
import { posts } from './features/posts'
import { requests } from './features/requests'
import { roster } from './features/roster'
import { signups } from './features/signups'
import { teams } from './features/teams'
import { volunteers } from './features/volunteers'
import type { Handlers } from './kernel/ports'

/** One handler for each operation of the contract: leaving one out does not compile. */
export const handlers: Handlers<Contract> = {
  ...identity,
  ...organizations,
  ...roster,
  ...activities,
  ...signups,
  ...attendance,
  ...messages,
  ...cards,
  ...requests,
  ...teams,
  ...posts,
  ...volunteers,
}
