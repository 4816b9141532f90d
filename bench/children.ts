import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'

const folder = join(root, 'node_modules/.cache/bench')
const programs = ['bare', 'reply', 'stock', 'adds', 'phones', 'asks', 'puts', 'minutes', 'checks', 'jobs'] as const
type Program = (typeof programs)[number]
const Measured = z.object({
  ...{ good: z.number(), calls: z.number(), rate: z.number(), cpu: z.number() },
  /** Calls before those that are measured, of which the servers had their part. */
  warm: z.number().default(0),
  /** How long half, 95 and 99 of a hundred calls took, and what those were told that were not answered well. */
  ...{ ms: z.array(z.number()).default([]), refused: z.record(z.string(), z.number()).default({}) },
})

/** Builds plain scripts of the programs in `children/`, so that a process measures only them and no compiler. */
export const buildChildren = () =>
  build({
    entryPoints: programs.map(name => join(root, `bench/children/${name}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['wx-server-sdk'],
    logLevel: 'warning',
  })

/** The built script of one of them. */
export const childPath = (name: Program) => join(folder, `${name}.js`)

/** Runs one of them in its own process with that environment; answers what it printed. */
export const runChild = (name: Program, env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [childPath(name)], {
      env: { ...env, BENCH_ROOT: root },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed: Buffer[] = []
    const complained: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complained.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(printed).toString('utf8'))
      else reject(new Error(`${name} ended with ${String(code)}: ${Buffer.concat(complained).toString('utf8')}`))
    })
  })

/** What a program measured of its calls, with the CPU of one call in µs: its own and that of the servers in this process. */
export const spentBy = async (program: 'phones' | 'adds' | 'asks' | 'puts' | 'minutes' | 'checks', env: NodeJS.ProcessEnv) => {
  const before = process.cpuUsage()
  const measured = Measured.parse(JSON.parse(await runChild(program, env)))
  const { user, system } = process.cpuUsage(before)
  return { ...measured, each: measured.cpu / measured.calls + (user + system) / (measured.calls + measured.warm) }
}
