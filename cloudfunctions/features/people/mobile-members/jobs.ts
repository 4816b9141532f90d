import { sayContact } from '../../../../core/people/mobile-members/notices'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { officersOver } from '../memberships/officers'
import { MobileMembers, type MobileMember } from './documents'
import { clockBehind } from './rows'

const EACH_RUN = 100

/** Tells their secretaries, and no others, then notes it: told twice is the same message. */
const remind = async (ports: Ports, row: MobileMember): Promise<void> => {
  const { store, now } = ports
  if (row.reminder)
    await tell(
      ports,
      await officersOver(store, [row.path], 'secretary', row._id),
      sayContact({ ...row, memberId: row._id, at: now }, row.reminder),
    )
  await store.table(MobileMembers).update({ _id: row._id, version: row.version }, { ...clockBehind(row), inc: { version: 1 } })
}

/** Contacts with members who are away, that come due or went by. */
export const remindOfMobile: Job = async ports => {
  const due = await ports.store
    .table(MobileMembers)
    .find({ remindAt: { lte: ports.now } }, { order: [['remindAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfMobile', row => remind(ports, row))
}
