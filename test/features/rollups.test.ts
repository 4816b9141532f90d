import { Environment } from '../../core/shared/environment'
import { house } from '../../cloudfunctions/house'
import { Rollups } from '../../cloudfunctions/kernel/documents'
import { Members, Organizations } from '../../cloudfunctions/features/people/documents'
import { scopesOf } from '../../core/shared/scopes'
import * as fc from 'fast-check'
import { countMembers } from '../../core/figures/boards/figures'
import { dateOf } from '../../core/shared/calendar'
import { membersTopic } from '../../cloudfunctions/features/figures/boards/members-topic'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { announce } from '../../cloudfunctions/kernel/announcements'
import { AccountsChanged } from '../../cloudfunctions/features/people/announcements'
import type { Ports } from '../../cloudfunctions/kernel/ports'
import { compareRollups } from '../../cloudfunctions/kernel/rollup-night'
import { countRollups } from '../../cloudfunctions/kernel/rollup-count'
import { rollupId } from '../../cloudfunctions/kernel/rollups'
import { DAY, HOUR, MINUTE, MORNING } from './support/branch'
import { memoryStore } from '../../config/demo/memory-store'

const BRANCHES = 4
const EACH = 3

const organization = (id: string, kind: Organization['kind'], parent: Organization | null): Organization => ({
  _id: id,
  name: id,
  kind,
  parentId: parent?._id ?? null,
  path: `${parent?.path ?? '/'}${id}/`,
  rosterVersion: 0,
  history: [],
})
const district = organization('district', 'committee', null)
const streets = ['east', 'west'].map(id => organization(id, 'street', district))
const branches = Array.from({ length: BRANCHES }, (_, index) =>
  organization(`branch-${String(index)}`, 'branch', streets[index % streets.length] ?? null),
)
const people = branches.flatMap(branch =>
  Array.from({ length: EACH }, (_, index): Member => ({
    _id: `${branch._id}-${String(index)}`,
    name: '老人',
    branchId: branch._id,
    groupId: null,
    path: branch.path,
    affiliates: [],
    grants: [],
    state: 'active',
    version: 1,
    bound: false,
    phones: [],
    emergencyPhones: [],
    care: index === 0 ? ['alone'] : [],
    skills: [],
  })),
)

// Jobs that are cut off say so in the log, as they must; here they are cut off hundreds of times.
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue()
  jest.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  jest.restoreAllMocks()
})

class Ended extends Error {}

const noFiles = () => Promise.reject(new Error('no files'))

/** A town whose process may end before any of its operations. */
const town = () => {
  let left = Infinity
  let now = MORNING
  const operations: string[] = []
  const { store, rows } = memoryStore({ organizations: [district, ...streets, ...branches], members: people }, operation => {
    if (left-- <= 0) throw new Ended()
    operations.push(operation)
  })
  const ports = (): Ports => ({
    store,
    house,
    environment: () => Environment.parse({}),
    now,
    elapsed: () => 0,
    newId: () => 'id',
    files: { read: noFiles, write: noFiles, addresses: noFiles, remove: noFiles },
    wechat: {
      textIsFit: () => Promise.resolve(true),
      phoneNumber: () => Promise.resolve(null),
      send: () => Promise.resolve('refused'),
      newCard: () => Promise.reject(new Error('no cards')),
      showOnCard: () => Promise.resolve('refused'),
      pageCode: () => Promise.resolve(new Uint8Array()),
    },
  })
  /** Does something, ending the process before its `operations`-th operation; what went on in it goes on no more. */
  const until = async (operations: number, act: (ports: Ports) => Promise<unknown>) => {
    left = operations
    await act(ports()).catch(() => undefined)
    left = Infinity
    now += MINUTE
  }
  const timer = (operations = Infinity) => until(operations, given => countRollups(given, [membersTopic], Organizations))
  const night = async (operations = Infinity) => until(operations, given => compareRollups(given, [membersTopic], Organizations))
  const settle = async () => {
    for (let minute = 0; minute < 4; minute++) await timer()
  }
  const stored = (orgId: string) => rows('rollups').find(row => row._id === rollupId('members', orgId, '2026-11'))?.value
  const truth = (orgId: string) =>
    countMembers(
      rows('members').filter(one => {
        const branch = rows('organizations').find(org => org._id === one.branchId)
        return one.state === 'active' && branch !== undefined && scopesOf(branch.path).includes(orgId)
      }),
      dateOf(now),
    )
  const changes = (memberId: string, state: Member['state'], operations = Infinity) =>
    until(operations, async given => {
      await given.store.table(Members).update({ _id: memberId }, { set: { state } })
      await announce(given, AccountsChanged, { branchId: memberId.replace(/-\d$/u, '') })
    })
  return { timer, night, settle, stored, truth, changes, rows, store, operations, sleep: (ms: number) => (now += ms) }
}

const everywhere = [district, ...streets, ...branches].map(org => org._id)
const agree = ({ stored, truth }: ReturnType<typeof town>) =>
  expect(everywhere.map(id => [id, stored(id)])).toEqual(everywhere.map(id => [id, truth(id)]))
const begun = async () => {
  const one = town()
  await one.night()
  await one.settle()
  agree(one)
  return one
}

const act = fc.record({
  person: fc.integer({ min: 0, max: BRANCHES * EACH - 1 }),
  state: fc.constantFrom('active' as const, 'dead' as const),
  timerEndsAfter: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 20 })),
})

test('whatever order of changes, deaths of the process and runs again, the sums agree with the rows, and no night finds a drift', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
      const one = await begun()
      for (const { person, state, timerEndsAfter } of acts) {
        await one.changes(people[person]?._id ?? '', state)
        await one.timer(timerEndsAfter)
      }
      await one.settle()
      agree(one)
      one.sleep(DAY)
      await one.night()
      expect(one.rows('rollup-drift')).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a change whose process ended before it was marked is found in the night, told once, and put right all the way up', async () => {
  const one = await begun()
  await one.changes('branch-0-0', 'dead', 1)
  await one.settle()
  expect(one.stored('branch-0')).toMatchObject({ count: EACH })
  one.sleep(DAY)
  // Cut off right after the drift was noted, and taken up again.
  for (let operations = 1; operations < 60; operations += 7) await one.night(operations)
  await one.night()
  await one.settle()
  agree(one)
  expect(one.rows('rollup-drift').map(({ figure, scopes }) => ({ figure, scopes }))).toEqual([
    { figure: 'members:branch-0:2026-11', scopes: ['district', 'east', 'branch-0'] },
  ])
  expect(one.rows('rollup-nights').at(-1)).toMatchObject({ _id: '2026-11-22', finishedAt: expect.any(Number) as number })
})

test('a night in which nothing changed reads the branches side by side at once, and writes once', async () => {
  const one = await begun()
  // Figures that were counted in different minutes stand at the same one from the first such night on.
  one.sleep(DAY)
  await one.night()
  one.sleep(DAY)
  one.operations.length = 0
  await one.night()
  await one.timer()
  const many = (operation: string) => one.operations.filter(each => each === operation).length
  expect([many('members.findAll'), many('rollups.update'), many('rollups.add')]).toEqual([1, 1, 0])
  one.sleep(DAY)
  await one.night()
  agree(one)
})

test('a figure that was changed by hand is put right, above and below', async () => {
  const one = await begun()
  const wrong = { count: 99, retired: 0, alone: 0, elderly: 0, bound: 0 }
  for (const orgId of ['west', 'branch-1'])
    await one.store.table(Rollups).update({ _id: rollupId('members', orgId, '2026-11') }, { set: { value: wrong } })
  one.sleep(DAY)
  await one.night()
  await one.settle()
  agree(one)
})

test('a branch that moved counts where it stands now, and no longer where it stood', async () => {
  const one = await begun()
  await one.store.table(Organizations).update({ _id: 'branch-0' }, { set: { parentId: 'west', path: '/district/west/branch-0/' } })
  one.sleep(DAY)
  await one.night()
  await one.settle()
  agree(one)
  expect([one.stored('east'), one.stored('west')]).toEqual([one.truth('east'), one.truth('west')])
  expect(one.rows('rollup-drift')).toEqual([])
})

test('a branch that was closed counts nothing and is listed under no organization', async () => {
  const one = await begun()
  for (const person of people.filter(each => each.branchId === 'branch-0')) await one.changes(person._id, 'moved')
  await one.store.table(Organizations).update({ _id: 'branch-0' }, { set: { closedAt: MORNING } })
  one.sleep(DAY)
  await one.night()
  await one.settle()
  agree(one)
  const listed = await one.store.table(Rollups).find({ parentId: 'east', topic: 'members', period: '2026-11' })
  expect(listed.map(row => row.orgId)).toEqual(['branch-2'])
})

test('a new month begins with the first night and leaves the old one as it ended', async () => {
  const one = await begun()
  one.sleep(10 * DAY + HOUR)
  await one.night()
  await one.settle()
  await one.changes('branch-0-0', 'dead')
  await one.settle()
  const december = one.rows('rollups').find(row => row._id === rollupId('members', 'district', '2026-12'))?.value
  expect([one.stored('district'), december]).toMatchObject([{ count: BRANCHES * EACH }, { count: BRANCHES * EACH - 1 }])
})

test('a run that cannot count all says what it leaves, never counted or too much for the next one, until one counts all', async () => {
  const one = await begun()
  const waits = (orgId: string, minute: number) => ({
    ...{ _id: rollupId('members', orgId, '2026-11'), topic: 'members', orgId, name: '', parentId: null, scopes: [], period: '2026-11' },
    ...{ value: null, worry: 0, countedAt: 0, due: minute, marks: 1 },
  })
  const left = () => one.rows('rollup-backlogs')[0]
  expect(left()).toBeUndefined()
  // Of organizations that are gone, so that nothing above them is marked.
  await one.store.table(Rollups).addAll(Array.from({ length: 900 }, (_, n) => waits(`gone-${String(n)}`, 0)))
  await one.store.table(Rollups).put({ ...waits('branch-0', 1), value: null })
  const never = { topic: 'members', period: '2026-11', never: true, orgIds: ['district', 'east', 'branch-0'] }
  const found: unknown[] = []
  for (let run = 0; run < 3; run++) {
    await one.timer()
    const { at, far, waiting } = left() ?? {}
    found.push({ at, far, waiting })
  }
  const began = left()?.at ?? 0
  expect(found).toEqual([
    { at: began - MINUTE, far: true, waiting: [never] },
    { at: began, far: false, waiting: [never] },
    // It had no more to do than it could.
    { at: began, far: false, waiting: [never] },
  ])
  await one.settle()
  agree(one)
})
