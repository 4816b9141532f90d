import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '../config/product'
import { branchAt } from '../test/features/support/branch'
import type { World } from '../test/features/support/inputs'
import { worldOf } from '../test/features/support/world'
import { MORNING } from './cloud'
import { multiply } from './copies'

/** What districts are compared with. */
export const FEW = 1000

/** A data folder of a district, and how many members it has. */
export interface District {
  data: string
  members: number
}

const folder = () => mkdtemp(join(tmpdir(), 'changqing-bench-'))

/** A copy of a data folder that is not in use. */
export const copyOf = async (data: string): Promise<string> => {
  const copy = await folder()
  cpSync(data, copy, { recursive: true, filter: path => !path.endsWith('lock.mdb') && !path.endsWith('cloud.lock') })
  return copy
}

/**
 * What the stories of one branch have made, and districts of so many members each in which it stands with everything in proportion. `prepare` may add to the
 * data folder of the branch before it is copied.
 */
export const inProportion = async (
  prepare: (data: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ world: World; districtOf: (members: number) => Promise<District>; close: () => Promise<void> }> => {
  const branch = await folder()
  const filling = await startProduct({ data: branch, demo: 'branch', port: 0, frozenAt: MORNING, durable: false })
  const world = await worldOf({ ...branchAt(filling.url), close: () => filling.close() })
  await filling.close()
  await prepare(branch)
  const own = await multiply(branch, 0)
  return {
    world,
    districtOf: async members => {
      const data = await copyOf(branch)
      return { data, members: await multiply(data, Math.round(members / own) - 1) }
    },
    close: () => rm(branch, { recursive: true, force: true }),
  }
}
