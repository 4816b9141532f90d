import { readdir } from 'node:fs/promises'
import { lineOf } from '../../../cloudfunctions/features/upkeep/backups/rows'
import { openBackup, verify } from '../../../delivery/backup/folder'
import { fetchNightly } from '../../../delivery/backup/make'
import { good } from '../../features/support/attendance'
import { DAY, HOUR, MINUTE, MORNING } from '../../features/support/branch'
import { folders, privateKey, rowsOf, silent, startPlace, type Place } from './support'

const homes = folders()
let place: Place
beforeAll(async () => void (place = await startPlace('branch')))
afterAll(async () => {
  await place.close()
  await homes.remove()
})

const state = async () => good(await place.as('demo-bureau').calls('backup.state', { orgId: 'district' }))

test('the timer makes a backup in pieces, minute by minute; fetched and opened with the private key it is every row there is', async () => {
  expect(await state()).toEqual({ state: 'waiting' })
  // The first full hour of an environment that has not had its backup of the night.
  await place.clock.advance(HOUR, MINUTE)
  expect(await state()).toMatchObject({ state: 'running', running: { startedAt: MORNING + HOUR } })
  await place.clock.advance(MINUTE)
  const half = await state()
  expect(half.state).toBe('running')
  expect(half.running?.rows).toBeGreaterThan(0)
  // Some pieces a minute, one at least for each collection that has rows.
  await place.clock.advance(12 * MINUTE, 12 * MINUTE)
  const { last, ...rest } = await state()
  expect(rest).toEqual({ state: 'waiting' })
  expect(last).toMatchObject({ startedAt: MORNING + HOUR, version: 1, counts: { members: 101, organizations: 10 } })
  expect(last?.finishedAt).toBeGreaterThan(MORNING + HOUR)

  const folder = await homes.next()
  await fetchNightly(place.remote, folder, undefined, silent)
  const backup = await openBackup(folder, privateKey())
  await verify(backup)
  for (const collection of ['members', 'accounts', 'visits', 'files', 'celebrations']) {
    const kept = await Promise.all(backup.manifest.pieces.filter(one => one.collection === collection).map(one => backup.rowsOf(one)))
    expect([collection, kept.flat().map(lineOf)]).toEqual([collection, (await rowsOf(place, collection)).map(lineOf)])
  }
  expect(backup.manifest.contents).toBeNull()
  // Nothing beside it, and no personal word in what is not sealed.
  expect((await readdir(folder)).length).toBe(backup.manifest.pieces.length + 1)
  expect(JSON.stringify(backup.manifest)).not.toMatch(/m-04|demo-/)
})

describe('an environment with few rows', () => {
  test('has one backup a night, and it goes when its days are over', async () => {
    const small = await startPlace('none')
    try {
      const nights = async () => [...new Set((await small.remote.after('files', 'backups/', 1000)).map(row => row._id.split('/')[1]))]
      await small.remote.add('organizations', [{ _id: 'district', name: '区委', kind: 'committee', parentId: null, path: '/district/' }])
      // It is 09:00; a night begins at 02:00, and a backup is kept for three days.
      await small.clock.advance(HOUR + 2 * MINUTE)
      expect(await nights()).toEqual(['2026-11-21'])
      await small.clock.advance(2 * DAY)
      expect(await nights()).toEqual(['2026-11-21', '2026-11-22', '2026-11-23'])
      await small.clock.advance(2 * DAY)
      expect(await nights()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
      const gone = fetchNightly(small.remote, await homes.next(), '2026-11-21', silent)
      await expect(gone).rejects.toThrow('没有 2026-11-21 的夜间备份；有：2026-11-25、2026-11-24、2026-11-23')
      await fetchNightly(small.remote, await homes.next(), '2026-11-24', silent)
    } finally {
      await small.close()
    }
  })

  test('has none without a public key, and says so', async () => {
    const keyless = await startPlace('none', { key: false })
    try {
      await keyless.clock.advance(2 * HOUR)
      expect(await keyless.remote.after('upkeep', '', 10)).toMatchObject([{ noKey: true }])
      expect(await keyless.remote.after('files', '', 10)).toEqual([])
    } finally {
      await keyless.close()
    }
  })
})
