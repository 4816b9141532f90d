import { identity } from './identity/contract'
import { organizations } from './organizations/contract'
import { coverage } from './coverage/contract'
import { liaisons } from './liaisons/contract'
import { successions } from './successions/contract'
import { foundings } from './foundings/contract'
import { joining } from './joining/contract'
import { duplicates } from './duplicates/contract'
import { memberships } from './memberships/contract'
import { mobileMembers } from './mobile-members/contract'
import { roster } from './roster/contract'
import { setup } from './setup/contract'
import { publicCards } from './public-cards/contract'
import { committees } from './committees/contract'
import { looks } from './looks/contract'
import { finding } from './finding/contract'
import { talent } from './talent/contract'
import { messages } from './messages/contract'
import { regulations } from './regulations/contract'

/** The operations of this context. */
export const people = {
  ...identity,
  ...organizations,
  ...successions,
  ...foundings,
  ...roster,
  ...looks,
  ...duplicates,
  ...publicCards,
  ...messages,
  ...setup,
  ...joining,
  ...regulations,
  ...finding,
  ...memberships,
  ...mobileMembers,
  ...talent,
  ...committees,
  ...liaisons,
  ...coverage,
} as const
