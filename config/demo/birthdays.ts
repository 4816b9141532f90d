import { comingOf } from '../../cloudfunctions/features/care/birthdays/plan'
import type { Member } from '../../cloudfunctions/features/people/documents'
import { dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

/** The next celebrations of these members. */
export const demoCelebrations = (members: readonly Member[], now: Instant): Seed => ({
  celebrations: members.flatMap(member => comingOf(member, dateOf(now))),
})
