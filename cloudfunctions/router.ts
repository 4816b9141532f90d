import type { Contract } from '../core/contract'
import { aftercare } from './features/departures/aftercare'
import { benefits } from './features/care/benefits'
import { specialCare } from './features/care/special-care'
import { activities } from './features/life/activities'
import { attendance } from './features/life/attendance'
import { birthdays } from './features/care/birthdays'
import { boards } from './features/figures/boards'
import { cards } from './features/care/cards'
import { identity } from './features/people/identity'
import { messages } from './features/people/messages'
import { organizations } from './features/people/organizations'
import { pairings } from './features/care/pairings'
import { partners } from './features/care/partners'
import { posts } from './features/service/posts'
import { publicCards } from './features/people/public-cards'
import { requests } from './features/help/requests'
import { roster } from './features/people/roster'
import { signups } from './features/life/signups'
import { teams } from './features/help/teams'
import { calendar } from './features/care/calendar'
import { visits } from './features/care/visits'
import { volunteers } from './features/service/volunteers'
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
