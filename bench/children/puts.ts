import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Lmdb from 'lmdb'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Puts texts into a bare lmdb, so many at a time, each waiting until its commit is on the disk, as the database's own puts do. Prints how
 * many a second and its CPU in µs.
 */
const { BENCH_COUNT = '0', BENCH_AT_ONCE = '1', BENCH_BODY = '', BENCH_ROOT = '' } = process.env
const { open } = createRequire(`${BENCH_ROOT}/package.json`)('lmdb') as typeof Lmdb
const folder = mkdtempSync(join(tmpdir(), 'changqing-puts-'))
const env = open<string, string>({ path: folder, noSubdir: false, overlappingSync: false, encoding: 'string' })

const count = Number(BENCH_COUNT)
let next = 0
let good = 0
const one = async (): Promise<void> => {
  for (let n = next++; n < count; n = next++) if (await env.put(`bare:${n}`, BENCH_BODY)) good++
}
const main = async () => {
  const began = performance.now()
  const idle = process.cpuUsage()
  await Promise.all(Array.from({ length: Number(BENCH_AT_ONCE) }, one))
  const { user, system } = process.cpuUsage(idle)
  const measured = { good, calls: count, rate: (count / (performance.now() - began)) * 1000, cpu: user + system }
  await env.close()
  rmSync(folder, { recursive: true, force: true })
  return measured
}
void main().then(measured => process.stdout.write(JSON.stringify(measured), () => process.exit(0)))
