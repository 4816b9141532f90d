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
  const cloud = await startProduct({ data: join(folder, 'data'), demo: 'none', port: 0, frozenAt: 0, durable: false, instances: INSTANCES })
  const made = new Set<string>()

  /** The folder with that demo. */
  const madeOf = async ({ demo, at }: Wanted): Promise<string> => {
    const to = join(folder, `${demo}-${String(at)}`)
    if (made.has(to)) return to
    await cloud.begin({ now: at - SETTLING })
    await seed(cloud.url, demo, at)
    await cloud.clock.advance(SETTLING)
    await cloud.keep(to)
    made.add(to)
    return to
  }

  const begin = async (wanted: Wanted): Promise<void> => {
    await cloud.begin({ from: await madeOf(wanted), now: wanted.at })
    // The desk offers the people and the steps of this demo.
    await writeDesk(join(folder, 'data'), wanted.demo)
  }

  process.on('message', (search: string) => {
    begin(Wanted.parse(Object.fromEntries(new URLSearchParams(search)))).then(
      () => process.send?.({ url: cloud.url }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    )
  })
  process.on('disconnect', () => {
    const end = async () => {
      await cloud.close()
      await rm(folder, { recursive: true, force: true })
    }
    end().then(
      () => process.exit(),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}

void main()
