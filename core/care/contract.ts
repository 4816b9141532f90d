import { cards } from './cards/contract'
import { pairings } from './pairings/contract'
import { partners } from './partners/contract'
import { pledges } from './pledges/contract'
import { calendar } from './calendar/contract'
import { visits } from './visits/contract'
import { specialCare } from './special-care/contract'
import { benefits } from './benefits/contract'
import { birthdays } from './birthdays/contract'

/** The operations of this context. */
export const care = {
  ...cards,
  ...pairings,
  ...partners,
  ...pledges,
  ...calendar,
  ...visits,
  ...specialCare,
  ...benefits,
  ...birthdays,
} as const
