import type { PersonFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import type { Member } from '../../people/public'
import { Activities, Attendances } from '../documents'

/** As many sign-ins as are told. */
const MOST = 3

/** The activities a person came to last. */
export const factsOfLife = async ({ store }: Pick<Ports, 'store'>, { member }: { member: Member }): Promise<PersonFact[]> => {
  const rows = await store.table(Attendances).find({ memberId: member._id }, { order: [['at', 'desc']], limit: MOST })
  const came = rows.filter(one => one.state === 'present')
  const activities = await store.table(Activities).getMany(came.map(one => one.activityId))
  return came.flatMap(({ activityId, at }) => {
    const title = activities.find(one => one._id === activityId)?.title
    return title === undefined ? [] : [{ kind: 'activity' as const, words: title, at }]
  })
}
