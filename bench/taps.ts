import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OperationName } from '../core/contract'
import { spentBy } from './children'

/** One tap of one phone. */
export interface Tapped {
  openid: string
  op: OperationName
  input: unknown
  commandId?: string
}

/** So many phones at a time tap all of these, in a process of their own. With what was answered to each, in their order. */
export const tapAll = async (url: string, taps: readonly Tapped[], atOnce: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'changqing-taps-'))
  const [file, answered] = [join(folder, 'taps.json'), join(folder, 'answers.json')]
  try {
    await writeFile(file, JSON.stringify(taps))
    const env = { BENCH_URL: url, BENCH_TAPS: file, BENCH_ANSWERS: answered, BENCH_AT_ONCE: String(atOnce) }
    const spent = await spentBy('phones', { ...process.env, ...env })
    return { ...spent, answers: JSON.parse(await readFile(answered, 'utf8')) as unknown[] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
