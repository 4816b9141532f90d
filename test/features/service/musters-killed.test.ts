import { goOn } from '../../../cloudfunctions/features/service/musters/acts'
import type { Muster } from '../../../cloudfunctions/features/service/musters/documents'
import { demoDocuments } from '../../../config/demo/documents'
import { memoryStore } from '../../../config/demo/memory-store'
import { isCalled } from '../../../core/service/musters/rules'
import { dateOf } from '../../../core/shared/calendar'
import { HOUR, MINUTE, MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

const demo = demoDocuments('branch', MORNING)
const members = demo.members ?? []
const by = { openid: 'demo-street', memberId: 's-01', name: '街道' }
const shift = { startsAt: MORNING + 30 * MINUTE, endsAt: MORNING + 4 * HOUR }
const fresh: Muster = {
  ...{
    _id: 'flood',
    orgId: 'changqing',
    orgName: '长青街道',
    path: '/district/changqing/',
    scopes: ['district', 'changqing'],
    small: false,
  },
  ...{ title: '巡堤护湖', why: '', places: [{ name: '东堤' }], shifts: [shift], need: 9, elders: true, ...shift, state: 'open' },
  acts: [
    { what: 'call', nth: 0, at: MORNING },
    { what: 'send', nth: 0, at: MORNING },
    { what: 'ring', nth: 0, at: MORNING },
  ],
  ...{ actDue: MORNING + MINUTE, ringAt: MORNING + 15 * MINUTE, leads: [], handOvers: [], asked: 0, secret: 's' },
  ...{ createdBy: by, createdAt: MORNING },
}

const startAgain = () => {
  let left = Infinity
  const { store, rows } = memoryStore(
    {
      organizations: structuredClone(demo.organizations ?? []),
      members: structuredClone(members),
      accounts: structuredClone(demo.accounts ?? []),
      musters: [structuredClone(fresh)],
    },
    () => {
      if (left-- <= 0) throw new Error('the process ended')
    },
  )
  const sent: string[] = []
  return {
    sent,
    goesOn: async (operations: number, now: number) => {
      left = operations
      const [row] = rows('musters')
      const ended = row
        ? await goOn(memoryPorts(store, now, sent), row, 1000).then(
            () => true,
            () => false,
          )
        : false
      left = Infinity
      return ended
    },
    rows,
    end: (now: number) => {
      for (const call of rows('muster-calls').slice(0, 40))
        Object.assign(call, {
          answer: 'coming',
          cells: ['0-0'],
          arrivals: [{ cell: '0-0', at: MORNING + HOUR, way: 'name', by }],
        })
      const [row] = rows('musters')
      if (row)
        Object.assign(row, {
          ...{ state: 'ended', ended: { at: now, by, words: '' }, actDue: now },
          acts: [
            { what: 'end', nth: 0, at: now },
            { what: 'send', nth: 0, at: now },
          ],
        })
    },
    /** Who was called and told, and what was credited. */
    stand: () => ({
      called: rows('muster-calls')
        .map(one => one._id)
        .sort(),
      told: rows('messages')
        .map(one => `${one._id} ${one.push === 'due' ? 'due' : 'done'}`)
        .sort(),
      hours: rows('services')
        .map(one => `${one._id} ${String(one.minutes)}`)
        .sort(),
      acts: rows('musters').map(one => one.acts.map(act => act.what)),
    }),
  }
}

const THEN = MORNING + 2 * HOUR

test('a call that is cut off anywhere calls everybody once, and no phone rings twice', async () => {
  const straight = startAgain()
  expect(await straight.goesOn(Infinity, MORNING)).toBe(true)
  const wanted = straight.stand()
  const scope = members.filter(one => one.path.startsWith(fresh.path) && isCalled(one, fresh, dateOf(MORNING)))
  expect(wanted.called).toEqual(scope.map(one => `flood:${one._id}`).sort())
  expect(wanted.acts).toEqual([[]])
  const own = (demo.accounts ?? []).filter(one => scope.some(member => member._id === one.memberId))
  expect(straight.sent.filter(one => one.includes('能来、晚到')).length).toBe(own.length)

  let cuts = 0
  for (let operations = 1; ; operations += 1 + Math.floor(operations / 10)) {
    const cut = startAgain()
    if (await cut.goesOn(operations, MORNING)) break
    cuts += 1
    expect(await cut.goesOn(Infinity, MORNING + MINUTE)).toBe(true)
    const after = cut.stand()
    expect([after.called, after.told, after.acts]).toEqual([wanted.called, wanted.told, wanted.acts])
    expect(new Set(cut.sent).size).toBe(cut.sent.length)
  }
  expect(cuts).toBeGreaterThan(10)
})

test('an end that is cut off anywhere thanks everybody once and credits each hour once', async () => {
  const straight = startAgain()
  await straight.goesOn(Infinity, MORNING)
  straight.end(THEN)
  expect(await straight.goesOn(Infinity, THEN)).toBe(true)
  const wanted = straight.stand()
  expect(wanted.hours).toHaveLength(40)
  expect(wanted.hours.every(one => one.endsWith(' 60'))).toBe(true)

  let cuts = 0
  for (let operations = 1; ; operations += 1 + Math.floor(operations / 5)) {
    const cut = startAgain()
    await cut.goesOn(Infinity, MORNING)
    cut.end(THEN)
    if (await cut.goesOn(operations, THEN)) break
    cuts += 1
    expect(await cut.goesOn(Infinity, THEN + MINUTE)).toBe(true)
    expect(cut.stand()).toEqual(wanted)
  }
  expect(cuts).toBeGreaterThan(10)
})
