import { parseArgs } from 'node:util'
import * as z from 'zod'
import { startCloud } from './cloud'
import { sentenceOf } from './exceptions'

/**
 * The local cloud as a program:
 *   --functions DIR --collections FILE --data DIR [--web DIR] [--people FILE] [--templates FILE] [--port 3650] [--fresh]
 * Prints its address once it serves; Ctrl-C stops it.
 */
const flagsSchema = z.object({
  functions: z.string(),
  collections: z.string(),
  data: z.string(),
  web: z.string().optional(),
  people: z.string().optional(),
  templates: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65535).default(3650),
  fresh: z.boolean().optional(),
})

async function main(): Promise<void> {
  // The platform's containers have no other time zone; set before the first date is made.
  process.env['TZ'] = 'UTC'
  const { values } = parseArgs({
    options: {
      functions: { type: 'string' },
      collections: { type: 'string' },
      data: { type: 'string' },
      web: { type: 'string' },
      people: { type: 'string' },
      templates: { type: 'string' },
      port: { type: 'string' },
      fresh: { type: 'boolean' },
    },
  })
  const flags = flagsSchema.safeParse(values)
  if (!flags.success) throw new Error(flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))

  const cloud = await startCloud({
    ...flags.data,
    onInvocation: ({ functionName, op, ok, console: lines }) => {
      const name = op === undefined ? functionName : `${functionName} ${op}`
      for (const { level, text } of lines) if (level === 'error' || level === 'warn') process.stderr.write(`[${name}] ${text}\n`)
      if (!ok) process.stderr.write(`[${name}] failed; see the desk's list of calls\n`)
    },
  })
  process.stdout.write(`${cloud.url}\n`)

  const stop = () => {
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function fail(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}

main().catch(fail)
