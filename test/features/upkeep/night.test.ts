import type { Manifest } from '../../../core/upkeep/backups/manifest'
import { Environment } from '../../../core/shared/environment'
import { beginNight, continueNight } from '../../../cloudfunctions/features/upkeep/backups/night'
import { boundName, hashOf } from '../../../cloudfunctions/features/upkeep/backups/piece'
import { lineOf, unpack } from '../../../cloudfunctions/features/upkeep/backups/rows'
import { newKeyPair, openSealed, readPrivateKey } from '../../../cloudfunctions/features/upkeep/backups/seal'
import type { BackupState } from '../../../cloudfunctions/features/upkeep/documents'
import type { Ports } from '../../../cloudfunctions/kernel/ports'
import { demoDocuments } from '../../../config/demo/documents'
import { memoryStore } from '../../../config/demo/memory-store'
import { DAY, MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

const keys = newKeyPair()
const key = readPrivateKey(keys.privateKey)
if (!key) throw new Error('no key')
const demo = demoDocuments('branch', MORNING)

/** A house in memory whose storage or database may end at any operation. */
const houseOf = (dies: (operation: string) => boolean = () => false) => {
  const die = (operation: string) => {
    if (dies(operation)) throw new Error('cut off')
  }
  const { store, rows } = memoryStore(demo, die)
  const stored = new Map<string, Uint8Array>()
  let ids = 0
  const ports = (now = MORNING): Ports => ({
    ...memoryPorts(store, now),
    files: {
      read: fileId => Promise.resolve(stored.get(fileId) ?? new Uint8Array()),
      write: (path, content) => {
        die(`file ${path}`)
        stored.set(path, content)
        return Promise.resolve({ fileId: path, url: path })
      },
      addresses: () => Promise.resolve({}),
      remove: fileIds => Promise.resolve(fileIds),
    },
    environment: () => Environment.parse({ backup: { publicKey: keys.publicKey } }),
    newId: () => `id-${String(++ids).padStart(8, '0')}`,
  })
  const state = (): BackupState | undefined => rows('upkeep')[0]
  const manifest = (): Manifest => {
    const path = [...stored.keys()].find(one => one.endsWith('manifest.json')) ?? ''
    return JSON.parse(Buffer.from(stored.get(path) ?? []).toString()) as Manifest
  }
  /** The lines of a collection in the finished backup. */
  const linesOf = (collection: string): string[] => {
    const { pieces, id } = manifest()
    return pieces
      .filter(piece => piece.collection === collection)
      .flatMap(({ file, sha256 }) => {
        const bytes = stored.get(`backups/2026-11-21/${file}`) ?? new Uint8Array()
        expect(hashOf(bytes)).toBe(sha256)
        return unpack(openSealed(bytes, key, boundName(id, file))).map(row => lineOf(row))
      })
  }
  const isWhole = () => {
    for (const name of ['members', 'visits', 'accounts', 'organizations'] as const) {
      const wanted = [...rows(name)].sort((one, other) => (one._id < other._id ? -1 : 1))
      expect([name, linesOf(name)]).toEqual([name, wanted.map(row => lineOf(row))])
    }
    expect(rows('backup-pieces')).toEqual([])
    expect(state()).toMatchObject({ last: { counts: { members: 101 } } })
    expect(state()?.running).toBeUndefined()
  }
  return { ports, state, isWhole, stored, rows }
}

/** Runs of the timer until it is done. */
const untilDone = async (run: () => Promise<unknown>, isDone: () => boolean) => {
  for (let runs = 0; !isDone(); runs++) {
    if (runs > 100) throw new Error('it does not end')
    await run()
  }
}

test('a backup that is cut off at any operation goes on, and every row is in it once', async () => {
  for (const nth of [11, 29]) {
    let operations = 0
    // Every nth operation of storage and of its own rows fails, never the last: what it leaves is cleared by the next night.
    const house = houseOf(operation => /^(file|upkeep|backup-pieces|files)/.test(operation) && ++operations % nth === 0)
    const run = async (act: typeof continueNight) =>
      act(house.ports()).catch((error: unknown) => expect(String(error)).toContain('cut off'))
    await untilDone(
      () => run(beginNight),
      () => house.state()?.running !== undefined,
    )
    await untilDone(
      () => run(continueNight),
      () => house.state()?.running === undefined,
    )
    operations = -1e9
    house.isWhole()
  }
})

test('a run answers how many rows it has kept, and one for the manifest', async () => {
  const house = houseOf()
  await beginNight(house.ports())
  let said = 0
  await untilDone(
    async () => (said += await continueNight(house.ports())),
    () => house.state()?.running === undefined,
  )
  expect(said).toBe((house.state()?.last?.rows ?? 0) + 1)
  expect(await continueNight(house.ports())).toBe(0)
})

test('two runs of the timer at once make one backup, and every row is in it once', async () => {
  const house = houseOf()
  await Promise.all([beginNight(house.ports()), beginNight(house.ports())])
  const both = () => Promise.all([continueNight(house.ports()), continueNight(house.ports())])
  await untilDone(both, () => house.state()?.running === undefined)
  house.isWhole()
})

test('a night has one backup; one that has not moved for a day is given up for the next', async () => {
  const house = houseOf()
  expect(await beginNight(house.ports())).toBe(1)
  await continueNight(house.ports())
  const first = house.state()?.running?.id
  expect(await beginNight(house.ports(MORNING + DAY / 2))).toBe(0)
  expect(await beginNight(house.ports(MORNING + DAY))).toBe(1)
  expect(house.state()?.running?.id).not.toBe(first)
  expect(house.rows('backup-pieces')).toEqual([])
  await untilDone(
    () => continueNight(house.ports(MORNING + DAY)),
    () => house.state()?.running === undefined,
  )
  expect(await beginNight(house.ports(MORNING + DAY))).toBe(0)
  // Thirty days unless said otherwise.
  expect(house.state()?.nights).toMatchObject([{ manifest: { date: '2026-11-22', endsAt: MORNING + 31 * DAY } }])
})

test('a backup that is still going on after a day comes to its end, and the next night has one again', async () => {
  const house = houseOf()
  await beginNight(house.ports())
  const first = house.state()?.running?.id
  await continueNight(house.ports(MORNING + DAY / 2))
  expect(await beginNight(house.ports(MORNING + DAY))).toBe(0)
  await untilDone(
    () => continueNight(house.ports(MORNING + DAY)),
    () => house.state()?.running === undefined,
  )
  expect(house.state()?.last?.id).toBe(first)
  expect(await beginNight(house.ports(MORNING + DAY))).toBe(1)
})
