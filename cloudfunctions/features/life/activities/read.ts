import type { activities as contract } from '../../../../core/life/activities/contract'
import { belongs } from '../../../kernel/access'
import { Receipts } from '../documents'
import type { Handlers } from '../use-case'

export const read: Handlers<Pick<typeof contract, 'activity.read'>> = {
  async 'activity.read'({ activityId }, { store, subject, person, actor, now }) {
    // An official who looks in is no reader of the notice: receipts are of those it was sent to.
    if (subject.party?.includes(person._id) ?? belongs(person, subject))
      await store.table(Receipts).add({ _id: `${activityId}:${person._id}`, activityId, memberId: person._id, at: now, by: actor })
    return {}
  },
}
