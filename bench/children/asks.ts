import { installedSdk } from '../sdk'
import { send } from '../send'

/**
 * Asks the same so many times, one after the other: an echo over bare HTTP, or the SDK for a document. Prints how many a second and its CPU
 * in µs.
 */
const { BENCH_DO = 'echo', BENCH_COUNT = '0', BENCH_URL = '', BENCH_BODY = '{}', BENCH_ID = '', BENCH_TABLE = 'attendance' } = process.env
const WARM = 100

const sdkAsk = () => {
  const cloud = installedSdk()
  cloud.init({ env: process.env['SCF_NAMESPACE'] ?? '' })
  const document = cloud.database().collection(BENCH_TABLE).doc(BENCH_ID)
  return async () => typeof (await document.get()) === 'object'
}
const body: unknown = JSON.parse(BENCH_BODY)
const ask = BENCH_DO === 'echo' ? async () => (await send(BENCH_URL, 'POST', body)) !== null : sdkAsk()

const main = async () => {
  for (let n = 1; n <= WARM; n++) await ask()
  const count = Number(BENCH_COUNT)
  let good = 0
  const began = performance.now()
  const idle = process.cpuUsage()
  for (let n = 1; n <= count; n++) if (await ask()) good++
  const { user, system } = process.cpuUsage(idle)
  return { good, calls: count, warm: WARM, rate: (count / (performance.now() - began)) * 1000, cpu: user + system }
}
void main().then(measured => process.stdout.write(JSON.stringify(measured), () => process.exit(0)))
