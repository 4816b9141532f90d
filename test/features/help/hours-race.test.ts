import { startProcesses, type Processes } from '../support/processes'
import { good, stored } from '../support/attendance'
import { MORNING, startBranch, type Branch } from '../support/branch'
import { doctor, times } from '../support/hours'
import { refusal, two } from '../support/people'
import { member, numbers } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const rowOf = async (hoursId: string) => (await stored(branch, 'hours', { _id: hoursId }))[0]

describe.each([1, 25])('fifty people and one time, in %d process(es)', processes => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, processes, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])('the database answering %d ms late: one has it, the other 49 are told', async delay => {
    run.setDelay(delay)
    const [slot = { startsAt: 0, endsAt: 0 }] = times(1, 10 + processes + delay)
    const hoursId = await doctor(branch, { slots: [slot] })
    // Each taps twice, through two processes; a desk books for some of them at the same time.
    const taps = [...numbers(1, 50), ...numbers(1, 50)]
    const [replies, desk] = await Promise.all([
      Promise.all(
        taps.map((n, index) =>
          run.calls(index * 3 + Math.floor(index / 50), member(n), 'hours.book', { hoursId, startsAt: slot.startsAt }),
        ),
      ),
      Promise.all(
        numbers(1, 5).map(n =>
          run.calls(n, 'demo-secretary', 'hours.bookFor', { hoursId, memberId: `m-${two(50 + n)}`, startsAt: slot.startsAt }),
        ),
      ),
    ])
    const row = await rowOf(hoursId)
    expect(row?.bookings).toHaveLength(1)
    const holder = row?.bookings[0]?.memberId
    const won = [...taps.filter((_, index) => replies[index]?.ok).map(n => `m-${two(n)}`), ...numbers(51, 5).filter((_, index) => desk[index]?.ok).map(n => `m-${two(n)}`)] // prettier-ignore
    expect(new Set(won)).toEqual(new Set([holder]))
    const lost = [...replies, ...desk].filter(one => !one.ok)
    expect(new Set(lost.map(refusal))).toEqual(new Set(['SLOT_TAKEN']))
    // A refused booking blocks nothing: only the holder is noted to be somewhere.
    const noted = (await stored(branch, 'members', { branchId: 'branch-01' })).filter(one => one.engaged?.some(each => each.id === hoursId))
    expect(noted.map(one => one._id)).toEqual([holder])

    // Everyone else waits at once; the holder gives it back, and the first in line has it.
    const waits = await Promise.all(numbers(1, 20).map((n, index) => run.calls(index, member(n), 'hours.wait', { hoursId })))
    expect(waits.map(refusal).filter(one => one !== 'done')).toEqual([])
    const line = (await rowOf(hoursId))?.waiting.map(one => one.memberId) ?? []
    const holderOpenid = `demo-member-${(holder ?? '').slice(2)}`
    good(await run.calls(0, holderOpenid, 'hours.cancel', { hoursId, startsAt: slot.startsAt }))
    const after = await rowOf(hoursId)
    expect(after?.bookings.map(one => one.memberId)).toEqual(line.slice(0, 1))
    expect(after?.waiting.map(one => one.memberId)).toEqual(line.slice(1))
  })
})

describe('officers who save hours of one host at the same instant, in ten processes', () => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, 10, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])(
    'the database answering %d ms late: no time of the host is upon another, and the others are told which',
    async delay => {
      run.setDelay(delay)
      const slots = times(2, 200 + delay)
      const saving = (hostIds: string[]) => ({
        orgId: 'branch-01',
        title: '坐诊',
        kind: 'health' as const,
        hostIds,
        place: { name: '小站' },
        slots,
      })
      // Twelve at once for two hosts who sit together or alone.
      const hosts = numbers(0, 12).map(n => [['v-06'], ['v-07'], ['v-06', 'v-07']][n % 3] ?? [])
      const replies = await Promise.all(hosts.map((ids, index) => run.calls(index, 'demo-secretary', 'hours.save', saving(ids))))
      for (const host of ['v-06', 'v-07']) {
        const standing = (await stored(branch, 'hours', { hostIds: host }))
          .flatMap(row => row.slots)
          .filter(one => one.startsAt === slots[0]?.startsAt)
        expect(standing).toHaveLength(1)
      }
      expect(new Set(replies.filter(one => !one.ok).map(refusal))).toEqual(new Set(['HOURS_CLASH']))
      // Nothing is left behind that would stand in the way of other times.
      expect((await stored(branch, 'hostings', {})).flatMap(row => row.saving)).toEqual([])
      const other = await run.calls(0, 'demo-secretary', 'hours.save', { ...saving(['v-06', 'v-07']), slots: times(2, 201 + delay, 4) })
      expect(refusal(other)).toBe('done')
    },
  )
})

describe('fifty people, one tap for the next free of twenty times, in ten processes', () => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, 10, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])('the database answering %d ms late: twenty have one each, none has two', async delay => {
    run.setDelay(delay)
    const hoursId = await doctor(branch, { slots: times(20, 100 + delay, 0) })
    const replies = await Promise.all(numbers(1, 50).map((n, index) => run.calls(index, member(n), 'hours.book', { hoursId })))
    expect(replies.filter(one => one.ok)).toHaveLength(20)
    expect(new Set(replies.filter(one => !one.ok).map(refusal))).toEqual(new Set(['SLOT_TAKEN']))
    const bookings = (await rowOf(hoursId))?.bookings ?? []
    expect([new Set(bookings.map(one => one.startsAt)).size, new Set(bookings.map(one => one.memberId)).size]).toEqual([20, 20])
    for (const [index, n] of numbers(1, 50).entries()) {
      const reply = replies[index]
      const own = bookings.find(one => one.memberId === `m-${two(n)}`)?.startsAt
      expect(reply?.ok ? good(reply).startsAt : undefined).toBe(own)
    }
  })

  test.each([0, 5, 20])('one person at three doctors at one time, %d ms late: exactly one is theirs', async delay => {
    run.setDelay(delay)
    for (const n of numbers(1, 3)) {
      const slots = times(1, 150 + delay * 4 + n)
      const all = await Promise.all(['v-05', 'v-06', 'v-07'].map(host => doctor(branch, { hostIds: [host], slots })))
      const replies = await Promise.all(all.map((hoursId, index) => run.calls(index, member(60 + n), 'hours.book', { hoursId })))
      const held = (await Promise.all(all.map(rowOf))).flatMap(row => row?.bookings ?? [])
      expect([replies.filter(one => one.ok).length, held.map(one => one.memberId)]).toEqual([1, [`m-${two(60 + n)}`]])
    }
  })
})
