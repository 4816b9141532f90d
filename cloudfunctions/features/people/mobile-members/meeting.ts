import type { Meeting } from '../../../kernel/takeover'
import type { MobileMember } from './documents'

/** The record that stays says where the person is; what is known of former stays and contacts comes together. */
export const mobileMeet: Meeting<MobileMember> = {
  join: (mine, other) => ({
    ...(mine.away || !other.away
      ? mine
      : { ...other, _id: mine._id, branchId: mine.branchId, branchName: mine.branchName, path: mine.path }),
    contacts: [...mine.contacts, ...other.contacts].toSorted((one, next) => one.on.localeCompare(next.on)),
    past: [...mine.past, ...other.past].toSorted((one, next) => one.from.localeCompare(next.from)),
    version: mine.version + 1,
  }),
}
