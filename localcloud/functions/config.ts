import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { isMissing, sentenceOf } from '../exceptions'
import { parseWritten } from '../json-file'

/** A variable as people write it; the function gets text. */
const variables = z.record(
  z.string().regex(/^[A-Za-z_]\w*$/, 'a name such as API_HOST'),
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
)

/** What the platform gives a function whose config.json says nothing, in seconds. */
const TIMEOUT = 3
/** As long may such a function load here: a busy laptop takes longer for that than the platform. */
const LOADING = 20

const configSchema = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z.array(z.object({ name: z.string().min(1), type: z.literal('timer'), config: z.string() })).default([]),
  /** Seconds. */
  timeout: z.number().positive().max(900).optional(),
  /** MB. */
  memorySize: z.number().min(64).max(4096).default(256),
  env: variables.default({}),
  environment: variables.default({}),
  /** Which events of WeChat's message push this function is told of; on the platform that is set in the console. */
  pushes: z.array(z.string().min(1)).default([]),
})

export interface FunctionConfig extends Omit<z.output<typeof configSchema>, 'env' | 'timeout'> {
  /** Seconds. */
  timeout: number
  /** How long it may take to load, in seconds. */
  loading: number
}

interface Read {
  config: FunctionConfig
  /** A sentence that says why the file cannot be used; the defaults stand in its place. */
  fault: string | undefined
}

/** The config.json of the function `name`; everything has a default, that of the timeout (seconds) perhaps set in the console. */
export function readConfig(file: string, name: string, standard?: number): Read {
  const configOf = (value: unknown): FunctionConfig => {
    const { env, environment, timeout = standard, ...rest } = configSchema.parse(value)
    return { ...rest, timeout: timeout ?? TIMEOUT, loading: timeout ?? LOADING, environment: { ...env, ...environment } }
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { config: configOf({}), fault: undefined }
    throw error
  }
  try {
    return { config: configOf(parseWritten(text)), fault: undefined }
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : sentenceOf(error)
    return { config: configOf({}), fault: `config.json of the function "${name}" cannot be used: ${why}` }
  }
}
