import type { mobileMembers as contract } from '../../../../core/people/mobile-members/contract'
import { dateOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import type { Member } from '../documents'
import type { Context } from '../use-case'
import type { MobileMember } from './documents'

type Item = Output<(typeof contract)['mobile.list']>['items'][number]

/** Where they are. */
export const stayOf = ({ from, until, where, reach, host }: MobileMember) => ({
  ...{ from, where, reach },
  ...(until === undefined ? {} : { until }),
  ...(host === undefined ? {} : { hostBranchId: host.branchId, hostName: host.name }),
})

/** A line of the list. How long the branch has been without word of a person is for their secretary alone. */
export const itemOf = (
  row: MobileMember,
  member: Member | undefined,
  { now, holds }: Pick<Context<'mobile.list'>, 'now' | 'holds'>,
): Item => {
  const today = dateOf(now)
  const own = holds(['secretary'], row.path)
  const hosted = member?.affiliates.some(one => one.branchId === row.host?.branchId) ?? false
  const hosts = row.host !== undefined && !hosted && holds(['secretary'], row.host.path)
  const last = row.contacts.at(-1)
  return {
    ...stayOf(row),
    ...{ memberId: row._id, name: row.name, branchId: row.branchId, branchName: row.branchName, hosted },
    contactDue: own || row.dueOn > today ? row.dueOn : today,
    ...(own && last ? { lastContact: { on: last.on, by: last.by, note: last.note } } : {}),
    askedHere: hosts,
    may: own ? ['contact', 'end'] : [],
  }
}
