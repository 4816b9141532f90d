import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Environment } from '../core/shared/environment'
import { startCloud, type Cloud, type CloudOptions } from '../localcloud/cloud'
import { lockFolder } from '../localcloud/lock'
import { writeDesk } from './demo/desk'
import type { DemoKind } from './demo/roster'
import { root } from './fresh'
import { localEnvironment } from './local-environment'

/** What the data folder was filled with; written after the last document, so that a filling that is cut off starts again. */
const MARK = 'demo.json'
const Mark = z.object({ demo: z.enum(['branch', 'district', 'none']) })

export interface ProductOptions extends Pick<CloudOptions, 'data' | 'port' | 'frozenAt' | 'durable' | 'instances' | 'onInvocation'> {
  /** What to fill an empty folder with; a filled one keeps what it has. */
  demo?: DemoKind | undefined
  fresh?: boolean | undefined
  /** What the functions are told of the environment beyond the usual, such as the key of its backups. */
  environment?: Partial<z.input<typeof Environment>> | undefined
}

/**
 * Starts the built product on the local cloud, with the demo's people and documents where the data folder is new.
 * @throws Error with a sentence where the folder holds another demo, is in use or cannot be read
 */
export const startProduct = async ({ data, demo, fresh, environment, ...options }: ProductOptions): Promise<Cloud> => {
  const mark = join(data, MARK)
  const filled = fresh !== true && existsSync(mark) ? await readMark(mark) : undefined
  const wanted = demo ?? filled ?? 'branch'
  if (filled !== undefined && filled !== wanted) {
    throw new Error(`${data} holds the demo "${filled}". Add --fresh to start again with "${wanted}", or --data DIR to keep both.`)
  }
  // Before anything is written: a folder that another process serves must keep its mark, or its next start would fill it again.
  const giveBack = lockFolder(data)
  let desk: Awaited<ReturnType<typeof writeDesk>>
  try {
    if (filled === undefined) await rm(mark, { force: true })
    desk = await writeDesk(data, wanted)
  } finally {
    giveBack()
  }

  const cloud = await startCloud({
    // `npm run deploy -- --env local` reaches it; what is deployed runs instead of the build.
    managed: true,
    functions: join(root, 'dist/cloud'),
    collections: join(root, 'dist/cloud/collections.json'),
    web: join(root, 'dist/h5'),
    data,
    ...desk,
    environment: { CHANGQING: JSON.stringify(Environment.parse({ ...localEnvironment, ...environment })) },
    // A folder with a database but without the mark was cut off while it was filled.
    fresh: filled === undefined,
    // A timer in the middle of it would plan what the demo brings along.
    timers: filled === undefined ? 'later' : 'at once',
    ...options,
  })
  if (filled !== undefined) return cloud
  try {
    // The demo's documents and all they are made by are read for a new folder alone.
    const { seed } = await import('./demo/seed')
    await seed(cloud.url, wanted, cloud.clock.now())
    await writeFile(mark, JSON.stringify({ demo: wanted }))
  } catch (error) {
    await cloud.close()
    throw error
  }
  cloud.clock.start()
  return cloud
}

const readMark = async (file: string): Promise<DemoKind> => {
  try {
    return Mark.parse(JSON.parse(await readFile(file, 'utf8'))).demo
  } catch (cause) {
    throw new Error(
      `${file} cannot be read, which says what the folder was filled with. Add --fresh to begin with an empty folder, or --data DIR for another one.`,
      { cause },
    )
  }
}
