import { activities } from './activities/contract'
import { attendance } from './attendance/contract'
import { cards } from './cards/contract'
import { identity } from './identity/contract'
import { messages } from './messages/contract'
import { organizations } from './organizations/contract'
import { posts } from './posts/contract'
import { requests } from './requests/contract'
import { roster } from './roster/contract'
import { signups } from './signups/contract'
import { teams } from './teams/contract'
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
} as const
export type Contract = typeof contract
export type OperationName = keyof Contract
