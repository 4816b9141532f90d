import { installedSdk } from '../sdk'

/** Claims places the usual way, so many people at a time: counts who is there, and adds a row where one is free. Prints how many were told that they have one. */
const { BENCH_COUNT = '0', BENCH_AT_ONCE = '1', BENCH_PLACES = '0' } = process.env
const cloud = installedSdk()
cloud.init()

const claims = cloud.database().collection('attendance')
let next = 0
let good = 0
const one = async (): Promise<void> => {
  for (let n = next++; n < Number(BENCH_COUNT); n = next++) {
    const { total } = (await claims.where({ activityId: 'bench-claims' }).count()) as { total: number }
    if (total >= Number(BENCH_PLACES)) continue
    await claims.add({ data: { activityId: 'bench-claims', memberId: `c-${n}` } })
    good++
  }
}
const began = performance.now()
const idle = process.cpuUsage()
void Promise.all(Array.from({ length: Number(BENCH_AT_ONCE) }, one)).then(() => {
  const { user, system } = process.cpuUsage(idle)
  const rate = (Number(BENCH_COUNT) / (performance.now() - began)) * 1000
  process.stdout.write(JSON.stringify({ good, calls: Number(BENCH_COUNT), rate, cpu: user + system }), () => process.exit(0))
})
