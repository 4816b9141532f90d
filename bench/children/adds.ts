import { installedSdk } from '../sdk'

/** Adds documents through the bare SDK, so many at a time; prints how many a second and its CPU in µs. */
const { BENCH_COUNT = '0', BENCH_AT_ONCE = '1', BENCH_PREFIX = '' } = process.env
const cloud = installedSdk()
cloud.init({ env: process.env['SCF_NAMESPACE'] ?? '' })

const collection = cloud.database().collection('attendance')
const count = Number(BENCH_COUNT)
let next = 0
const one = async (): Promise<void> => {
  for (let n = next++; n < count; n = next++) {
    const memberId = `${BENCH_PREFIX}-${n}`
    const by = { openid: memberId, memberId, name: memberId }
    const data = {
      _id: `bare:${memberId}`,
      activityId: 'bare',
      memberId,
      state: 'present',
      at: n,
      late: false,
      way: 'code',
      by,
      history: [],
    }
    await collection.add({ data })
  }
}
const began = performance.now()
const idle = process.cpuUsage()
void Promise.all(Array.from({ length: Number(BENCH_AT_ONCE) }, one)).then(() => {
  const { user, system } = process.cpuUsage(idle)
  const rate = (count / (performance.now() - began)) * 1000
  process.stdout.write(JSON.stringify({ good: count, calls: count, rate, cpu: user + system }), () => process.exit(0))
})
