import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newKeyPair, readPrivateKey } from '../../../cloudfunctions/features/upkeep/backups/seal'
import { isKept } from '../../../cloudfunctions/features/upkeep/backups/order'
import { openBackup, verify } from '../../../delivery/backup/folder'
import { table } from '../../../delivery/backup/kept'
import { makeBackup } from '../../../delivery/backup/make'
import type { Part } from '../../../delivery/backup/part'
import { restore, type Outcome, type RestoreOptions } from '../../../delivery/backup/restore'
import { tryRestore } from '../../../config/try-restore'
import { good, put } from '../../features/support/attendance'
import { HOUR, MINUTE, MORNING } from '../../features/support/branch'
import { amend, people } from '../../features/support/people'
import { agreed, folders, keys, moves, privateKey, rowsOf, silent, startPlace, type Place } from './support'

const homes = folders()
let from: Place
let to: Place
/** A whole backup of the demo branch with a photo, made once. */
let folder: string
const PHOTO = 'shown/portrait.png'

beforeAll(async () => {
  ;[from, to] = [await startPlace('branch'), await startPlace('none')]
  const fileId = await from.remote.upload(PHOTO, Buffer.from('a photo'))
  const secretary = { openid: 'demo-secretary', memberId: people.secretary.memberId }
  await put(from, 'files', { _id: PHOTO, fileId, purpose: 'portrait', about: 'm-04', ...secretary, at: MORNING })
  await amend(from, 'members', { _id: 'm-04' }, { portrait: fileId })
  good(await from.as('demo-member-30').calls('request.raise', { kind: 'water' }))
  // The figures settle, so that what is compared has been counted.
  await from.clock.advance(10 * MINUTE)
  folder = await homes.next()
  await makeBackup(from.remote, folder, keys.publicKey, silent)
}, 120_000)
beforeEach(() => to.begin())
afterAll(async () => {
  await Promise.all([from.close(), to.close()])
  await homes.remove()
})

const opened = async () => openBackup(folder, privateKey())
const whole: Part = { kind: 'whole' }
const restored = async (part: Part = whole, more: { overwrite?: boolean; agree?: RestoreOptions['agree'] } = {}): Promise<Outcome> =>
  restore(to.remote, await opened(), { part, overwrite: false, say: silent, agree: agreed, ...more })
const boards = async (place: Place) => {
  const all = ['district', 'changqing', 'branch-01'] as const
  const found = await Promise.all(all.map(async orgId => good(await place.as('demo-bureau').calls('board.get', { orgId }))))
  return found.map(({ figures, below, attention, name }) => ({ figures, below, attention, name }))
}
const collections = Object.keys(table).filter(name => isKept(table[name]))

test('a backup goes back into an empty environment: every row, every file, and the figures worked out again', async () => {
  const outcome = await restored()
  expect(outcome).toMatchObject({ state: 'done', differing: [] })
  const derived = new Set([
    'rollups',
    'visit-plans',
    'care-plans',
    'celebration-plans',
    'coverage',
    'coverage-gaps',
    'rhythms',
    'overdue-duties',
  ])
  for (const name of collections) if (!derived.has(name)) expect([name, await rowsOf(to, name)]).toEqual([name, await rowsOf(from, name)])
  expect(Buffer.from((await to.remote.download(await to.remote.fileIdOf(PHOTO))) ?? []).toString()).toBe('a photo')
  // People come in again, and what the timer works out again comes to the same.
  await to.clock.advance(10 * MINUTE)
  expect(await boards(to)).toEqual(await boards(from))
  expect(good(await to.as('demo-member-04').calls('me.get', {})).member?.name).toBeDefined()
  expect(await to.remote.after('restores', '', 1)).toEqual([])
}, 120_000)

test('an environment with people is refused, unless it is told; then it says what would change', async () => {
  good(await from.as('demo-secretary').calls('activity.list', {}))
  await expect(restore(from.remote, await opened(), { part: whole, overwrite: false, say: silent, agree: agreed })).rejects.toThrow(
    '已经有人员和组织',
  )
  const before = await rowsOf(from, 'members')
  await from.remote.remove('members', ['m-20'])
  await from.remote.put('members', { ...(before.find(one => one._id === 'm-21') ?? { _id: '' }), name: '改错了' })
  await from.remote.add('members', [{ ...(before.find(one => one._id === 'm-22') ?? { _id: '' }), _id: 'm-new' }])
  let seen: ReturnType<typeof moves> = {}
  const look = { part: whole, overwrite: true, say: silent }
  const nothing = await restore(from.remote, await opened(), { ...look, agree: async plan => ((seen = moves(plan)), false) })
  expect(nothing.state).toBe('nothing')
  expect(seen['members']).toEqual([1, 1, 1])
  const done = await restore(from.remote, await opened(), { ...look, agree: agreed })
  expect(done).toMatchObject({ state: 'done', differing: [] })
  expect(await rowsOf(from, 'members')).toEqual(before)
}, 120_000)

test('a restore that was cut off goes on when it is asked for again, and the timer rests meanwhile', async () => {
  const cut = to.remote.add
  let writes = 0
  const dying = {
    ...to.remote,
    add: async (...args: Parameters<typeof cut>) => (++writes > 6 ? Promise.reject(new Error('cut off')) : cut(...args)),
  }
  await expect(restore(dying, await opened(), { part: whole, overwrite: false, say: silent, agree: agreed })).rejects.toThrow('cut off')
  const half = await rowsOf(to, 'celebrations')
  await to.clock.advance(2 * HOUR, MINUTE)
  expect(await rowsOf(to, 'celebrations')).toEqual(half)
  expect(await to.remote.after('messages', '', 10)).toEqual([])
  expect(await restored()).toMatchObject({ state: 'done', differing: [] })
  expect(await rowsOf(to, 'accounts')).toEqual(await rowsOf(from, 'accounts'))
}, 120_000)

test('one branch alone, or one collection alone, comes back; the others are not touched', async () => {
  await restored()
  const others = (await rowsOf(to, 'members')).filter(one => one['branchId'] !== 'branch-01')
  await to.remote.remove(
    'attendance',
    (await rowsOf(to, 'attendance')).map(one => one._id),
  )
  await to.remote.remove('members', ['m-05', 'n-03'])
  // A member who has since moved to the neighbours comes back; one who came to them since stays.
  await amend(to, 'members', { _id: 'm-06' }, { branchId: 'branch-02', path: '/district/changqing/branch-02/' })

  let seen: ReturnType<typeof moves> = {}
  await restored({ kind: 'branch', branchId: 'branch-01' }, { agree: async plan => ((seen = moves(plan)), true) })
  expect(seen).toMatchObject({ members: [1, 1, 0], attendance: [53, 0, 0] })
  const ids = (await rowsOf(to, 'members')).map(one => one._id)
  expect([ids.includes('m-05'), ids.includes('n-03')]).toEqual([true, false])
  expect((await rowsOf(to, 'members')).filter(one => one['branchId'] !== 'branch-01')).toEqual(others.filter(one => one._id !== 'n-03'))

  await restored({ kind: 'collection', name: 'members' })
  expect(await rowsOf(to, 'members')).toEqual(await rowsOf(from, 'members'))
  await expect(restored({ kind: 'branch', branchId: 'branch-99' })).rejects.toThrow('没有编号为“branch-99”的支部')
  await expect(restored({ kind: 'collection', name: 'limits' })).rejects.toThrow('没有“limits”这个集合')
}, 120_000)

test('a restore is tried on a cloud that is thrown away; the environment keeps the day, and one read tells all', async () => {
  const { rows, figures, differing } = await tryRestore(await opened(), from.remote, silent)
  expect(rows).toBeGreaterThan(1000)
  expect(figures).toBeGreaterThan(10)
  expect(differing).toBe(0)
  const { last, trial } = good(await from.as('demo-bureau').calls('backup.state', { orgId: 'district' }))
  expect(last).toMatchObject({ version: 1, counts: { members: 101 } })
  expect(trial).toMatchObject({ rows, backupAt: last?.startedAt })
}, 120_000)

describe('a backup that is not what it was', () => {
  const changed = async (file: string, change: (bytes: Buffer) => Buffer | null) => {
    const path = join(folder, file)
    const before = await readFile(path)
    const after = change(before)
    await (after === null ? rm(path) : writeFile(path, after))
    try {
      await expect(restored()).rejects.toThrow(/备份/)
      expect(await to.remote.after('organizations', '', 1)).toEqual([])
    } finally {
      await writeFile(path, before)
    }
  }
  const pieces = async () => (await opened()).manifest.pieces.map(one => one.file)

  test('is refused before anything is written: a damaged piece, a missing one, one in the place of another', async () => {
    const [first = '', second = ''] = await pieces()
    await changed(first, bytes => Buffer.from(bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte))))
    await changed(first, () => null)
    const other = await readFile(join(folder, second))
    await changed(first, () => other)
  })

  test('nor with a manifest that leaves a piece out, or says another hash', async () => {
    await changed('manifest.json', bytes => {
      const manifest = JSON.parse(bytes.toString()) as { pieces: unknown[] }
      return Buffer.from(JSON.stringify({ ...manifest, pieces: manifest.pieces.slice(1) }))
    })
    await changed('manifest.json', bytes => bytes.subarray(0, bytes.length / 2))
  })

  test('a piece of another backup does not open, even where the manifest takes it in', async () => {
    const twin = await homes.next()
    await makeBackup(from.remote, twin, keys.publicKey, silent)
    const other = await openBackup(twin, privateKey())
    const backup = await opened()
    const [mine, theirs] = [backup, other].map(one => one.manifest.pieces.find(piece => piece.collection === 'accounts'))
    if (!mine || !theirs) throw new Error('no accounts')
    const path = join(folder, mine.file)
    const before = await readFile(path)
    await writeFile(path, await readFile(join(twin, theirs.file)))
    try {
      await expect(backup.contentOf({ ...theirs, file: mine.file })).rejects.toThrow('它不属于这份备份')
    } finally {
      await writeFile(path, before)
    }
  }, 120_000)

  test('another key does not open it, and none is asked for', async () => {
    const another = readPrivateKey(newKeyPair().privateKey)
    await expect(openBackup(folder, another)).rejects.toThrow('私钥不对')
    await expect(openBackup(folder, null)).rejects.toThrow('请用 --key')
    await verify(await opened())
  })
})
