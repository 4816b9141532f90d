import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { isMissing } from '../exceptions'

/** A variable as people write it; the function gets text. */
const variables = z.record(
  z.string().regex(/^[A-Za-z_]\w*$/, 'a name such as API_HOST'),
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
)

const configSchema = z
  .object({
    permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
    triggers: z.array(z.object({ name: z.string().min(1), type: z.literal('timer'), config: z.string() })).default([]),
    /** Seconds. */
    timeout: z.number().positive().max(900).default(20),
    /** MB. */
    memorySize: z.number().min(64).max(4096).default(256),
    env: variables.default({}),
    environment: variables.default({}),
    /** Which events of WeChat's message push this function is told of; on the platform that is set in the console. */
    pushes: z.array(z.string().min(1)).default([]),
  })
  .transform(({ env, environment, ...rest }) => ({ ...rest, environment: { ...env, ...environment } }))

export type FunctionConfig = z.output<typeof configSchema>

/** The config.json of the function `name`; everything has a default. Throws a sentence when it cannot be used. */
export function readConfig(file: string, name: string): FunctionConfig {
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
