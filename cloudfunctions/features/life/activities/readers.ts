import type { activities as contract } from '../../../../core/life/activities/contract'
import { maskPhone } from '../../../../core/people/public'
import type { Instant, Output } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { Receipts, type Activity, type Receipt } from '../documents'
import { invitedTo } from './invited'

type Reader = Output<(typeof contract)['activity.receipts']>['read'][number]

export const readerOf = (member: Member, at?: Instant): Reader => {
  const phone = member.phones[0]
  return {
    memberId: member._id,
    name: member.name,
    ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
    ...(at === undefined ? {} : { at }),
    bound: member.bound,
  }
}

/** Who was told of it and when each read it; `whom`: by default those it is for now. */
export const receiptsOf = async (
  store: Store,
  activity: Activity,
  whom = invitedTo(store, activity),
): Promise<{ invited: Member[]; readAt: Map<string, Instant> }> => {
  const [invited, receipts] = await Promise.all([whom, store.table(Receipts).findAll({ activityId: activity._id })])
  return { invited, readAt: new Map(receipts.map((one: Receipt) => [one.memberId, one.at])) }
}
