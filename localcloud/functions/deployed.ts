import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { isMissing } from '../exceptions'

const configSchema = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z.array(z.object({ name: z.string().min(1), type: z.literal('timer'), config: z.string() })).default([]),
  /** Seconds. */
  timeout: z.number().positive().max(900).default(20),
  /** MB. */
  memorySize: z.number().min(64).max(4096).default(256),
})

export type FunctionConfig = z.infer<typeof configSchema>

/** A function as the build left it in its folder. */
export interface Deployed {
  name: string
  /** Absolute path of index.js. */
  entry: string
  config: FunctionConfig
  /** Changes whenever index.js or config.json does. */
  version: string
}

/** The functions in `folder`: one folder each, with an index.js. Throws a sentence when a config.json cannot be used. */
export function readDeployed(folder: string): Deployed[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(item => item.isDirectory() && stampOf(join(folder, item.name, 'index.js')) !== 'absent')
    .map(item => readOne(folder, item.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** One function as it is on the disk now. */
export function readOne(folder: string, name: string): Deployed {
  const home = resolve(folder, name)
  return { name, entry: join(home, 'index.js'), config: readConfig(join(home, 'config.json'), name), version: versionOf(home) }
}

/** The version of the function in `home`, see Deployed. */
export function versionOf(home: string): string {
  return `${stampOf(join(home, 'index.js'))} ${stampOf(join(home, 'config.json'))}`
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? 'absent' : `${found.mtimeMs}:${found.size}`
}

function readConfig(file: string, name: string): FunctionConfig {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return configSchema.parse({})
    throw error
  }
  try {
    return configSchema.parse(JSON.parse(text))
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new Error(`config.json of the function "${name}" cannot be used: ${why}`, { cause })
  }
}
