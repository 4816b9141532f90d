import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import type { Post, Service } from '../../cloudfunctions/features/service/documents'
import { claimKey, nextLook, type Shift } from '../../core/service/posts/rules'
import { spread, type Slot } from '../../core/service/posts/series'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

type About = Pick<Post, '_id' | 'kind' | 'title' | 'body' | 'bring' | 'audience' | 'place'>

/** A post as if it had been published and claimed since. */
const post = (
  branch: Organization,
  by: Actor,
  about: About,
  slots: readonly Slot[],
  claims: readonly (readonly [string, Member])[],
  now: Instant,
): Post => {
  const shifts: Shift[] = slots.map((slot, index) => ({ shiftId: `s${String(index + 1)}`, ...slot }))
  const queue = claims.map(([shiftId, { _id: memberId }], index) => ({
    key: claimKey(shiftId, memberId),
    shiftId,
    memberId,
    at: now - DAY + index * 60_000,
  }))
  const made: Post = {
    orgId: branch._id,
    orgName: branch.name,
    branchId: branch._id,
    path: branch.path,
    contact: { name: by.name, phone: '027-83550000' },
    teams: [],
    deadline: null,
    shifts,
    queue,
    seq: queue.length,
    withdrawn: [],
    startsAt: Math.min(...shifts.map(one => one.startsAt)),
    endsAt: Math.max(...shifts.map(one => one.endsAt)),
    state: 'published',
    secret: `demo-secret-${about._id}`,
    createdBy: by,
    createdAt: now - 2 * DAY,
    version: 1,
    changes: [],
    cards: [],
    ...about,
  }
  const look = nextLook(made, now)
  return look === null ? made : { ...made, lookAt: look }
}

/**
 * Three posts of the demo branch: a series of school mornings for the branch, a walk round the lake next week that is open to all and short
 * of volunteers, and neighbours' help that is full with one waiting; and last month's services, so that there are hours to show.
 */
export const demoPosts = (
  branch: Organization,
  { retired, inService }: { retired: readonly Member[]; inService: readonly Member[] },
  by: Actor,
  now: Instant,
): { posts: Post[]; services: Service[] } => {
  const on = (days: number, time: string) => instantOf(addDays(dateOf(now), days), time)
  const [first, second, third, fourth] = inService
  const walker = retired[30]
  if (!first || !second || !third || !fourth || !walker) throw new Error('the demo branch has people who serve')

  const school = post(
    branch,
    by,
    {
      _id: 'post-school',
      kind: '爱心护学',
      title: '校门口爱心护学',
      body: '上学时段在校门口和斑马线旁引导孩子，提醒车辆慢行。',
      bring: '红马甲、小红旗（在岗亭领）',
      audience: 'branch',
      place: { name: '常青第一小学东门', point: { lng: 114.2143, lat: 30.6421 }, radius: 200 },
    },
    spread([{ startsAt: on(1, '07:20'), endsAt: on(1, '08:10'), places: 4 }], {
      weekdays: [1, 2, 3, 4, 5],
      until: addDays(dateOf(now), 14),
    }),
    [
      ['s1', first],
      ['s1', second],
      ['s1', walker],
      ['s2', first],
    ],
    now,
  )
  const lake = post(
    branch,
    by,
    {
      _id: 'post-lake',
      kind: '义务巡湖',
      title: '周末义务巡湖',
      body: '沿银湖走一圈，捡拾垃圾，劝导野钓。走不动的同志可以在岸边值守。',
      bring: '手套、水杯，穿防滑的鞋',
      audience: 'open',
      place: { name: '银湖公园南门', point: { lng: 114.2203, lat: 30.6455 }, radius: 300 },
    },
    [
      { startsAt: on(8, '08:30'), endsAt: on(8, '10:30'), places: 10 },
      { startsAt: on(8, '15:00'), endsAt: on(8, '17:00'), places: 6 },
    ],
    [
      ['s1', third],
      ['s2', fourth],
    ],
    now,
  )
  const neighbours = post(
    branch,
    by,
    {
      _id: 'post-neighbours',
      kind: '邻里帮',
      title: '邻里帮：陪独居老人买菜',
      body: '陪两位独居老人去菜场，帮忙提菜送到家。',
      bring: '小拉车',
      audience: 'branch',
      place: { name: '常青花园四村东门', point: { lng: 114.2121, lat: 30.6402 }, radius: 200 },
    },
    [{ startsAt: on(5, '09:00'), endsAt: on(5, '10:30'), places: 2 }],
    [
      ['s1', second],
      ['s1', third],
      ['s1', fourth],
    ],
    now,
  )
  const lastMonth = on(-30, '07:20')
  const served = [first, second].map((member, index) => ({
    _id: `post-last-month:${claimKey(`s${String(index + 1)}`, member._id)}`,
    postId: 'post-last-month',
    shiftId: `s${String(index + 1)}`,
    memberId: member._id,
    kind: '爱心护学',
    title: '校门口爱心护学',
    startsAt: lastMonth,
    state: 'served' as const,
    signedInAt: lastMonth,
    signedOutAt: lastMonth + 50 * 60_000,
    minutes: 50,
    by,
  }))
  return { posts: [school, lake, neighbours], services: served }
}
