import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newKeyPair, readPrivateKey } from '../../../cloudfunctions/features/upkeep/backups/seal'
import type { AnyRow } from '../../../cloudfunctions/features/upkeep/backups/rows'
import type { DemoKind } from '../../../config/demo/roster'
import { startProduct } from '../../../config/product'
import { reach, type Remote } from '../../../delivery/database'
import { localAddress } from '../../../delivery/target'
import type { Changes } from '../../../delivery/backup/plan'
import { isOutside } from '../../../delivery/backup/kept'
import { branchAt, MORNING, type Branch } from '../../features/support/branch'

/** The technician's keys. */
export const keys = newKeyPair()
export const privateKey = () => {
  const key = readPrivateKey(keys.privateKey)
  if (!key) throw new Error('no key')
  return key
}

export interface Place extends Omit<Branch, 'close'> {
  remote: Remote
  /** Begins again with the demo it was started with. */
  begin(): Promise<void>
  close(): Promise<void>
}

/** A cloud of its own with the product on it, whose environment names the technician's key. */
export const startPlace = async (demo: DemoKind, more: { key?: boolean } = {}): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'changqing-backup-'))
  const environment = more.key === false ? {} : { backup: { publicKey: keys.publicKey, keepDays: 3 } }
  const cloud = await startProduct({ data: join(folder, 'data'), demo, port: 0, frozenAt: MORNING, durable: false, environment })
  await cloud.keep(join(folder, 'kept'))
  return {
    ...branchAt(cloud.url),
    remote: reach(localAddress(cloud.url)),
    begin: () => cloud.begin({ from: join(folder, 'kept'), now: MORNING }),
    close: async () => {
      await cloud.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** All rows of a collection, but for those that a backup leaves alone. */
export const rowsOf = async ({ remote }: Pick<Place, 'remote'>, collection: string): Promise<AnyRow[]> =>
  (await remote.after(collection, '', 1000)).filter(row => !isOutside(collection, row))

export const silent = () => undefined
export const agreed = () => Promise.resolve(true)

/** What a plan would do, by collection, where it would do something. */
export const moves = (plan: readonly Changes[]): Record<string, [added: number, changed: number, gone: number]> =>
  Object.fromEntries(
    plan
      .map(({ collection, added, changed, gone }): [string, [number, number, number]] => [
        collection,
        [added.size, changed.size, gone.length],
      ])
      .filter(([, counts]) => counts.some(count => count > 0)),
  )

/** A folder that is not there yet, in a temporary one that goes when the story is over. */
export const folders = () => {
  const made: string[] = []
  return {
    next: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'changqing-backup-'))
      made.push(folder)
      return join(folder, 'backup')
    },
    remove: async () => void (await Promise.all(made.map(folder => rm(folder, { recursive: true, force: true })))),
  }
}
