import { join } from 'node:path'
import { root } from '../config/fresh'
import { spentBy } from './children'
import { functionEnv } from './function-env'
import { MORNING, startBench } from './cloud'
import { ratio, spread, type Row } from './table'

const MINUTE = 60_000
/** After what the demo leaves to do is done; a minute in which nothing is done by the hour or by five minutes. */
const LATER = 181 * MINUTE

/** CPU of a minute of the timer that finds nothing to do, of function and database together, over that of one `get` through the bare SDK. */
export const idle = async (quick: boolean): Promise<Row[]> => {
  const cloud = await startBench()
  await cloud.advance(LATER)
  const env = { ...process.env, ...functionEnv(cloud.url, 'bench') }
  const timer = { BENCH_ENTRY: join(root, 'dist/cloud/timer/index.js'), BENCH_NOW: String(MORNING + LATER), TCB_SOURCE: 'wx_trigger' }
  const asked = { BENCH_DO: 'get', BENCH_TABLE: 'accounts', BENCH_ID: 'demo-member-05' }
  const [minutes, gets]: [number[], number[]] = [[], []]
  for (let round = 0; round < (quick ? 3 : 7); round++) {
    const minute = await spentBy('minutes', { ...env, ...timer, BENCH_COUNT: '300' })
    if (minute.good !== minute.calls) throw new Error(`${minute.calls - minute.good} of ${minute.calls} minutes were not idle`)
    minutes.push(minute.each)
    gets.push((await spentBy('asks', { ...env, ...asked, BENCH_COUNT: '1000' })).each)
  }
  await cloud.close()
  const what = 'a minute of the timer that finds nothing due: CPU'
  return [
    { what: `${what} ÷ bare SDK get`, ...ratio(minutes, gets), budget: { most: 5.5 } },
    { what: `${what}, function and database`, ...spread(minutes.map(one => one / 1000)), unit: ' ms' },
  ]
}
