import fc from 'fast-check'
import { tellMovedUp } from '../../../cloudfunctions/features/life/activities/jobs'
import { leave } from '../../../cloudfunctions/features/service/posts/leave'
import { refreshCards } from '../../../cloudfunctions/features/service/posts/jobs'
import { windUp } from '../../../cloudfunctions/kernel/departures'
import { takeOut } from '../../../cloudfunctions/features/life/signups/take-out'
import type { Activity } from '../../../cloudfunctions/features/life/documents'
import type { Post } from '../../../cloudfunctions/features/service/documents'
import { demoDocuments } from '../../../config/demo/documents'
import { holdersOf } from '../../../core/service/posts/rules'
import { signupOf } from '../../../core/life/signups/rules'
import { DAY, HOUR, MORNING } from '../support/branch'
import { memoryStore } from '../../../config/demo/memory-store'
import { memoryPorts } from '../support/ports'

const demo = demoDocuments('branch', MORNING)
const by = { openid: 'demo-secretary', memberId: 'v-10', name: '书记' }
const names = ['m-01', 'm-02', 'm-03', 'm-04', 'm-05', 'm-06', 'm-07', 'm-08']
const START = MORNING + 2 * DAY

const post = (places: number, people: number): Post => ({
  _id: 'post',
  ...{ orgId: 'branch-01', orgName: '支部', branchId: 'branch-01', path: '/', kind: '邻里帮', title: '邻里帮', place: { name: '东门' } },
  ...{ bring: '', body: '', contact: null, audience: 'branch', teams: [], deadline: null, withdrawn: [], state: 'published', secret: '' },
  ...{ createdBy: by, createdAt: MORNING, version: 1, changes: [], cards: [], seq: people, startsAt: START, endsAt: START + HOUR },
  shifts: [{ shiftId: 's1', startsAt: START, endsAt: START + HOUR, places }],
  queue: names.slice(0, people).map(memberId => ({ key: `s1:${memberId}`, shiftId: 's1', memberId, at: MORNING })),
})
const activity = (capacity: number, people: number): Activity => ({
  _id: 'activity',
  ...{ branchId: 'branch-01', path: '/', kind: 'study', title: '读书会', startsAt: START, endsAt: START + HOUR, place: { name: '活动室' } },
  ...{ capacity, audience: 'branch', body: '', parts: [], state: 'published', secret: '', createdBy: by, createdAt: MORNING, version: 1 },
  signups: names.slice(0, people).map(memberId => ({ memberId, at: MORNING, by })),
})

/** A world whose process ends after so many operations, until it is started again. */
const world = (places: number, people: number) => {
  let left = Infinity
  const { store, rows } = memoryStore(
    { ...demo, posts: [post(places, people)], activities: [activity(places, people)], requests: [] },
    () => {
      if (left-- <= 0) throw new Error('the process ended')
    },
  )
  const ports = memoryPorts(store, MORNING)
  const cutOff = async (operations: number, act: () => Promise<unknown>) => {
    left = operations
    await act().catch(() => undefined)
    left = Infinity
  }
  const one = <T>(found: T | undefined): T => found ?? fail()
  return {
    ports,
    cutOff,
    post: () => one(rows('posts').find(row => row._id === 'post')),
    activity: () => one(rows('activities').find(row => row._id === 'activity')),
    told: (title: string) =>
      rows('messages')
        .filter(row => row.kind === 'place-is-yours' && row.title.includes(title))
        .map(row => row.memberId),
  }
}
const fail = (): never => {
  throw new Error('it is not there')
}

const story = fc.record({
  places: fc.integer({ min: 1, max: 3 }),
  people: fc.integer({ min: 2, max: 8 }),
  /** Who leaves, and after how many operations the process that takes them out ends. */
  leaving: fc.array(fc.record({ who: fc.nat(7), ends: fc.nat(12) }), { minLength: 1, maxLength: 5 }),
  /** After how many operations the timer ends, the first time. */
  timerEnds: fc.nat(20),
})

let silenced: jest.SpyInstance
beforeEach(() => {
  silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  silenced.mockRestore()
})

test('a volunteer who moves up to a shift hears of it, wherever those who made room and the timer are cut off', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ places, people, leaving, timerEnds }) => {
      const { ports, cutOff, post: stands, told } = world(places, people)
      const first = names.slice(0, Math.min(places, people))
      for (const { who, ends } of leaving) {
        const seen = stands()
        await cutOff(ends, () => leave(ports, seen, 's1', names[who] ?? ''))
      }
      await cutOff(timerEnds, () => refreshCards(ports))
      await refreshCards(ports)
      const after = stands()
      const [shift] = after.shifts
      const movedUp = (shift ? holdersOf(after, shift) : fail()).map(one => one.memberId).filter(memberId => !first.includes(memberId))
      expect(told('邻里帮')).toEqual(expect.arrayContaining(movedUp))
      expect(told('邻里帮').filter(memberId => first.includes(memberId))).toEqual([])
      expect(new Set(told('邻里帮')).size).toBe(told('邻里帮').length)
      expect([after.cardDue, after.moves]).toEqual([undefined, undefined])
    }),
    { numRuns: 200 },
  )
})

test('a member who moves up at an activity hears of it, wherever those who made room and the timer are cut off', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ places, people, leaving, timerEnds }) => {
      const { ports, cutOff, activity: stands, told } = world(places, people)
      const first = names.slice(0, Math.min(places, people))
      for (const { who, ends } of leaving) {
        const seen = stands()
        await cutOff(ends, () => takeOut(ports, seen, names[who] ?? ''))
      }
      await cutOff(timerEnds, () => tellMovedUp(ports))
      await tellMovedUp(ports)
      const after = stands()
      const movedUp = names.filter(memberId => signupOf(after, memberId).state === 'joined' && !first.includes(memberId))
      expect(told('读书会')).toEqual(expect.arrayContaining(movedUp))
      expect(told('读书会').filter(memberId => first.includes(memberId))).toEqual([])
      expect([after.movesDue, after.moves]).toEqual([undefined, undefined])
    }),
    { numRuns: 200 },
  )
})

test('giving everything back may be cut off after any of its operations and done again: the next in line has the place and knows it', async () => {
  const outcome = async (ends: number) => {
    const { ports, cutOff, post: shifts, activity: signups, told } = world(1, 3)
    const departing = { memberId: 'm-01', why: 'withdrew', by } as const
    await cutOff(ends, () => windUp(ports, departing))
    await windUp(ports, departing)
    await refreshCards(ports)
    await tellMovedUp(ports)
    return {
      queue: shifts().queue.map(one => one.memberId),
      signups: signups().signups.map(one => one.memberId),
      told: [told('邻里帮'), told('读书会')],
    }
  }
  for (let ends = 0; ends <= 40; ends++)
    expect(await outcome(ends)).toEqual({ queue: ['m-02', 'm-03'], signups: ['m-02', 'm-03'], told: [['m-02'], ['m-02']] })
})
