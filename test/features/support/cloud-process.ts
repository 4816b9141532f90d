import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { writeDesk } from '../../../config/demo/desk'
import { startProduct } from '../../../config/product'
import { seed } from '../../../config/demo/seed'

/** A branch that a story begins with: which demo, and when (ms). */
const Wanted = z.object({ demo: z.enum(['branch', 'district', 'none']), at: z.coerce.number().int() })
type Wanted = z.infer<typeof Wanted>

/** Enough for calls to meet in each other's middle. Each instance warms up by itself, and eight took turns in being cold. */
const INSTANCES = 3
/** What the first minutes of the timer make of a demo. */
const SETTLING = 5 * 60_000

/**
 * One local cloud with the product on it, as a process of its own: at each message it begins again with a demo and answers its address. A demo is
 * put together once, with what the timer at first does to it, and copied from then on.
 */
const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'changqing-'))
  const cloud = await startProduct({
    data: join(folder, 'data'),
    demo: 'none',
    port: 0,
    frozenAt: 0,
    durable: false,
    instances: INSTANCES,
  })
  const kept = new Map<string, string>()

  const begin = async ({ demo, at }: Wanted): Promise<void> => {
    const name = `${demo}-${String(at)}`
    const known = kept.get(name)
    await cloud.begin({ from: known, now: known === undefined ? at - SETTLING : at })
    // The desk offers the people and the steps of this demo.
    await writeDesk(join(folder, 'data'), demo)
    if (known !== undefined) return
    await seed(cloud.url, demo, at)
    await cloud.clock.advance(SETTLING)
    await cloud.keep(join(folder, name))
    kept.set(name, join(folder, name))
  }

  process.on('message', (search: string) => {
    begin(Wanted.parse(Object.fromEntries(new URLSearchParams(search)))).then(
      () => process.send?.({ url: cloud.url }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    )
  })
  process.on('disconnect', () => {
    void cloud
      .close()
      .then(() => rm(folder, { recursive: true, force: true }))
      .finally(() => process.exit())
  })
}

void main()
