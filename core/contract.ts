import { aftercare } from './departures/aftercare/contract'
import { benefits } from './care/benefits/contract'
import { specialCare } from './care/special-care/contract'
import { activities } from './life/activities/contract'
import { attendance } from './life/attendance/contract'
import { birthdays } from './care/birthdays/contract'
import { boards } from './figures/boards/contract'
import { cards } from './care/cards/contract'
import { identity } from './people/identity/contract'
import { messages } from './people/messages/contract'
import { organizations } from './people/organizations/contract'
import { pairings } from './care/pairings/contract'
import { partners } from './care/partners/contract'
import { posts } from './service/posts/contract'
import { publicCards } from './people/public-cards/contract'
import { requests } from './help/requests/contract'
import { roster } from './people/roster/contract'
import { signups } from './life/signups/contract'
import { teams } from './help/teams/contract'
import { calendar } from './care/calendar/contract'
import { visits } from './care/visits/contract'
import { volunteers } from './service/volunteers/contract'

/** Every operation there is, by name. The router, the client, the rights test and docs/api.json are all made from it. */
export const contract = {
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
} as const
export type Contract = typeof contract
export type OperationName = keyof Contract
