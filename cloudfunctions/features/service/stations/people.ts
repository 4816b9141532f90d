import { dateOf, addDays, instantOf } from '../../../../core/shared/calendar'
import { isDutyPost } from '../../../../core/service/stations/duty'
import type { Candidate } from '../../../../core/service/stations/roster'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'
import { awaysOf, Members, type Member } from '../../people/public'
import { Posts, Teams, type Post } from '../documents'
import { takenUpBy } from '../posts/commitments'
import type { Station } from './documents'

/** How often a person was on duty counts for so many days before the month that is planned. */
const COUNTED_DAYS = 61
/** People in one look-up, and posts in which they stand in the months that count. */
const BATCH = 200
const MOST_POSTS = 1000

/** A member with what is known of their time. */
export interface Person {
  member: Member
  candidate: Candidate
}

/** The people of the station's teams. */
export const teamPeople = async (store: Store, { teamIds }: Pick<Station, 'teamIds'>): Promise<string[]> => [
  ...new Set((await store.table(Teams).getMany(teamIds)).flatMap(one => one.memberIds)),
]

/** The posts in whose queues these people stand, from that day on. */
const postsAbout = async (store: Store, memberIds: readonly string[], since: number): Promise<Post[]> => {
  const found = await Promise.all(
    slicesOf(memberIds, BATCH).map(ids =>
      store.table(Posts).find({ 'queue.memberId': { in: ids }, endsAt: { gt: since } }, { limit: MOST_POSTS }),
    ),
  )
  return [...new Map(found.flat().map(one => [one._id, one])).values()]
}

/** These people as candidates for a month's roster: who can be on it, how often each was on duty, when they are taken up or away. One wave. */
export const peopleFor = async (store: Store, memberIds: readonly string[], month: string): Promise<Map<string, Person>> => {
  const since = addDays(`${month}-01`, -COUNTED_DAYS)
  const [members, aways, posts] = await Promise.all([
    store.table(Members).getMany(memberIds),
    awaysOf(store, memberIds),
    postsAbout(store, memberIds, instantOf(since)),
  ])
  const alive = members.filter(one => one.state === 'active')
  return new Map(
    alive.map(member => {
      const taken = takenUpBy(posts, member._id)
      const duties = taken
        .filter(one => isDutyPost(one.postId))
        .map(one => dateOf(one.startsAt))
        .filter(date => date >= since)
        .sort()
      return [
        member._id,
        {
          member,
          candidate: {
            ...{ memberId: member._id, load: duties.length, last: duties.findLast(date => date < `${month}-01`), duties },
            ...{ busy: taken, away: aways.get(member._id) ?? [] },
          },
        },
      ]
    }),
  )
}
