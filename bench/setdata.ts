import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'
import { run } from '../config/run'
import type { Row } from './table'

const Measured = z.object({
  opened: z.array(z.object({ page: z.string(), calls: z.int() })),
  acts: z.array(z.object({ what: z.string(), opened: z.int(), calls: z.int(), bytes: z.int(), changed: z.int() })),
})

/** How often a page is handed to WeChat's screen until it is complete, and how much of what an act hands over is what it changed (docs/decisions/0060). */
const MOST = 3

/** In the compiled mini-program with the demo's documents behind it, as `test/e2e/handed.test.ts` plays it: the acts on ten pages, and all pages where they are asked for. */
const played = async (pages: 'ten' | 'all') => {
  const file = join(root, 'node_modules/.cache/bench/handed.json')
  const { ok, output } = await run('setdata', process.execPath, ['--import', 'tsx', 'config/test.ts', 'test/e2e/handed.test.ts'], {
    ...{ HANDED: file, HANDED_PAGES: pages },
  })
  if (!ok) throw new Error(output)
  return Measured.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** All pages, each opened once. */
export const everyPage = async (): Promise<Row[]> => {
  const { opened } = await played('all')
  const calls = opened.map(one => one.calls).sort((one, other) => one - other)
  const over = opened.filter(one => one.calls > MOST)
  return [
    {
      what: 'setData: calls from opening to complete, median of all pages',
      figure: calls[calls.length >> 1] ?? NaN,
      budget: { most: MOST },
    },
    {
      what: `setData: pages of ${String(opened.length)} with more than ${String(MOST)}`,
      figure: over.length,
      digits: 0,
      budget: { most: 0 },
    },
    ...over.map(({ page, calls: figure }): Row => ({ what: `setData: calls of ${page}`, figure, digits: 0 })),
  ]
}

/** What is done on ten pages every day, and what of it is held by a test. */
export const setdata = async (): Promise<Row[]> =>
  (await played('ten')).acts.flatMap(({ what, opened: figure, bytes, changed }): Row[] => [
    { what: `setData: ${what}: calls from opening`, figure, digits: 0, budget: { most: MOST } },
    ...(changed === 0
      ? []
      : [{ what: `setData: ${what}: bytes ÷ bytes changed`, figure: bytes / changed, digits: 1, budget: { most: MOST } }]),
  ])
