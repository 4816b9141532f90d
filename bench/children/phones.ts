import { readFileSync, writeFileSync } from 'node:fs'
import { send } from '../send'
import type { Tapped } from '../taps'

/**
 * Taps on so many phones at a time, in the order of a file. Prints how many were answered well, how many calls a second, its CPU in µs, how long
 * each was waited for, and what the others were told; what they were answered goes to a file of its own where one is named.
 */
const { BENCH_URL = '', BENCH_TAPS = '', BENCH_AT_ONCE = '1', BENCH_ANSWERS = '' } = process.env
const taps = JSON.parse(readFileSync(BENCH_TAPS, 'utf8')) as Tapped[]
const waited: number[] = []
const refused: Record<string, number> = {}
const answers: unknown[] = []
let next = 0
let good = 0
const tap = async ({ openid, op, input, commandId }: Tapped): Promise<{ ok: boolean; code?: string; data?: unknown }> => {
  try {
    const event = { op, input, ...(commandId === undefined ? {} : { commandId }) }
    return (await send(`${BENCH_URL}/call/api`, 'POST', event, { 'x-wx-openid': openid })) as { ok: boolean }
  } catch (error) {
    return { ok: false, code: String(error) }
  }
}
const one = async (): Promise<void> => {
  for (let at = next++; at < taps.length; at = next++) {
    const wanted = taps[at]
    if (!wanted) return
    const asked = performance.now()
    const { ok, code = '', data } = await tap(wanted)
    waited.push(performance.now() - asked)
    answers[at] = data
    if (ok) good++
    else refused[code] = (refused[code] ?? 0) + 1
  }
}
const began = performance.now()
const idle = process.cpuUsage()
void Promise.all(Array.from({ length: Number(BENCH_AT_ONCE) }, one)).then(() => {
  const { user, system } = process.cpuUsage(idle)
  const rate = (taps.length / (performance.now() - began)) * 1000
  if (BENCH_ANSWERS !== '') writeFileSync(BENCH_ANSWERS, JSON.stringify(answers))
  const sorted = waited.sort((a, b) => a - b)
  const share = (of: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0
  const ms = [0.5, 0.95, 0.99].map(share)
  process.stdout.write(JSON.stringify({ good, calls: taps.length, rate, cpu: user + system, ms, refused }), () => process.exit(0))
})
