import { send } from '../send'

/**
 * Signs people in from their phones, so many at a time; every tenth sends it again at once, like an impatient finger. Prints how many were
 * answered "signed in", how many calls a second, and its CPU in µs.
 */
const { BENCH_URL = '', BENCH_INPUT = '{}', BENCH_FIRST = '0', BENCH_COUNT = '0', BENCH_AT_ONCE = '1' } = process.env
const input: unknown = JSON.parse(BENCH_INPUT)
const [first, count] = [Number(BENCH_FIRST), Number(BENCH_COUNT)]
const people = Array.from({ length: count }, (_, index) => first + index)
const taps = people.flatMap(n => (n % 10 === 0 ? [n, n] : [n]))
let next = 0
let good = 0
const one = async (): Promise<void> => {
  for (let n = taps[next++]; n !== undefined; n = taps[next++]) {
    const answer = await send(`${BENCH_URL}/call/api`, 'POST', { op: 'attendance.signIn', input }, { 'x-wx-openid': `crowd-${n}` })
    if ((answer as { ok: boolean }).ok) good++
  }
}
const began = performance.now()
const idle = process.cpuUsage()
void Promise.all(Array.from({ length: Number(BENCH_AT_ONCE) }, one)).then(() => {
  const { user, system } = process.cpuUsage(idle)
  const rate = (taps.length / (performance.now() - began)) * 1000
  process.stdout.write(JSON.stringify({ good, calls: taps.length, rate, cpu: user + system }), () => process.exit(0))
})
