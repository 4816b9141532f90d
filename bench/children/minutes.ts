import { createRequire } from 'node:module'

/**
 * Lets the built timer run its minute so many times at one instant, after a few that finish what is due. Prints how many found nothing to do, how many a
 * second, and its CPU in µs.
 */
const { BENCH_ENTRY = '', BENCH_NOW = '0', BENCH_COUNT = '0' } = process.env
const WARM = 100

interface Loaded {
  main: (event: unknown) => Promise<{ ok: boolean; data: Record<string, number | 'failed'> }>
}
Date.now = () => Number(BENCH_NOW)
const { main } = createRequire(BENCH_ENTRY)(BENCH_ENTRY) as Loaded
const isIdle = async () => Object.values((await main({})).data).every(did => did === 0)

const measured = async () => {
  for (let n = 0; n < WARM; n++) await isIdle()
  const count = Number(BENCH_COUNT)
  let good = 0
  const began = performance.now()
  const idle = process.cpuUsage()
  for (let n = 0; n < count; n++) if (await isIdle()) good++
  const { user, system } = process.cpuUsage(idle)
  return { good, calls: count, warm: WARM, rate: (count / (performance.now() - began)) * 1000, cpu: user + system }
}
void measured().then(figures => process.stdout.write(JSON.stringify(figures), () => process.exit(0)))
