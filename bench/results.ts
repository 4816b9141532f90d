import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'
import { keeps, type Row } from './table'

const PATH = 'bench/results.json'
const Limit = z.union([z.object({ most: z.number() }), z.object({ least: z.number() })])
const Line = z.object({
  what: z.string(),
  figure: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
  budget: Limit.optional(),
  unit: z.string().optional(),
  verdict: z.enum(['ok', 'OVER']).optional(),
  note: z.string().optional(),
})
const Part = z.object({
  /** When, in how many seconds, and how busy the machine was at its end (its load over a minute). */
  at: z.string(),
  seconds: z.number(),
  load: z.number(),
  cores: z.number(),
  node: z.string(),
  rows: z.array(Line),
})
const Results = z.object({ parts: z.record(z.string(), Part) })
type Results = z.infer<typeof Results>

/** The figures that were committed last; none where there are none yet. */
export const committed = (): ReadonlyMap<string, number> => {
  let text: string
  try {
    text = execFileSync('git', ['show', `HEAD:${PATH}`], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return new Map()
  }
  const { parts } = Results.parse(JSON.parse(text))
  return new Map(Object.values(parts).flatMap(({ rows }) => rows.map(({ what, figure }) => [what, figure] as const)))
}

const exact = (value: number) => Number(value.toPrecision(5))

/** Writes what a part measured over what it had measured before. */
export const note = (name: string, rows: readonly Row[], seconds: number): void => {
  const file = join(root, PATH)
  const known: Results = existsSync(file) ? Results.parse(JSON.parse(readFileSync(file, 'utf8'))) : { parts: {} }
  known.parts[name] = {
    ...{ at: new Date().toISOString().slice(0, 16), seconds: Math.round(seconds), load: exact(loadavg()[0] ?? 0) },
    ...{ cores: availableParallelism(), node: process.version },
    rows: rows.map(row => {
      const { what, figure, min, max, budget, unit, note: said } = row
      return {
        ...{ what, figure: exact(figure) },
        ...(min === undefined || max === undefined ? {} : { min: exact(min), max: exact(max) }),
        ...(budget === undefined ? {} : { budget, verdict: keeps(row) ? ('ok' as const) : ('OVER' as const) }),
        ...(unit === undefined ? {} : { unit: unit.trim() }),
        ...(said === undefined || said === '' ? {} : { note: said }),
      }
    }),
  }
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`)
}
