import type { Contract } from '../core/contract'
import { aftercare } from './features/aftercare'
import { benefits } from './features/benefits'
import { specialCare } from './features/special-care'
import { activities } from './features/activities'
import { attendance } from './features/attendance'
import { birthdays } from './features/birthdays'
import { boards } from './features/boards'
import { cards } from './features/cards'
import { identity } from './features/identity'
import { messages } from './features/messages'
import { organizations } from './features/organizations'
import { pairings } from './features/pairings'
import { partners } from './features/partners'
import { posts } from './features/posts'
import { publicCards } from './features/public-cards'
import { requests } from './features/requests'
import { roster } from './features/roster'
import { signups } from './features/signups'
import { teams } from './features/teams'
import { calendar } from './features/calendar'
import { visits } from './features/visits'
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
  ...calendar,
  ...visits,
  ...birthdays,
  ...boards,
  ...publicCards,
  ...pairings,
  ...partners,
  ...specialCare,
  ...benefits,
  ...aftercare,
}
