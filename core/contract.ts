import { aftercare } from './aftercare/contract'
import { benefits } from './benefits/contract'
import { specialCare } from './special-care/contract'
import { activities } from './activities/contract'
import { attendance } from './attendance/contract'
import { birthdays } from './birthdays/contract'
import { boards } from './boards/contract'
import { cards } from './cards/contract'
import { identity } from './identity/contract'
import { messages } from './messages/contract'
import { organizations } from './organizations/contract'
import { pairings } from './pairings/contract'
import { partners } from './partners/contract'
import { posts } from './posts/contract'
import { publicCards } from './public-cards/contract'
import { requests } from './requests/contract'
import { roster } from './roster/contract'
import { signups } from './signups/contract'
import { teams } from './teams/contract'
import { calendar } from './calendar/contract'
import { visits } from './visits/contract'
import { volunteers } from './volunteers/contract'

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
