import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { startCloud } from './cloud'
import { CloudError } from './errors'
import { sentenceOf, stackOf } from './exceptions'
import { parseWritten } from './json-file'
import { isTransfer, runTransfer } from './transfer/command'

/**
 * The local cloud as a program; every flag has a default (docs/localcloud.md):
 *   --functions DIR --collections FILE --data DIR --web DIR --people FILE --templates FILE --port 3650 --host 127.0.0.1 --fresh
 * Prints its address once it serves; Ctrl-C stops it.
 */
const flagsSchema = z.object({
  functions: z.string().optional(),
  collections: z.string().optional(),
  data: z.string().default('.localcloud'),
  web: z.string().optional(),
  people: z.string().optional(),
  templates: z.string().optional(),
  host: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65535).default(3650),
  fresh: z.boolean().optional(),
})

/** Where functions are when nothing says otherwise. */
const FUNCTIONS = 'cloudfunctions'

const projectSchema = z.object({ cloudfunctionRoot: z.string().optional() })

/** Where WeChat's own tools would look for the functions of the project in this folder. */
function functionsHere(): string {
  const file = 'project.config.json'
  if (!existsSync(file)) return FUNCTIONS
  try {
    return projectSchema.parse(parseWritten(readFileSync(file, 'utf8'))).cloudfunctionRoot ?? FUNCTIONS
  } catch (cause) {
    throw new Error(`${file} cannot be used: ${sentenceOf(cause)}. Name the folder of the functions with --functions.`, { cause })
  }
}

async function main(): Promise<void> {
  // The platform's containers have no other time zone; set before the first date is made.
  process.env['TZ'] = 'UTC'
  const words = process.argv.slice(2)
  if (isTransfer(words)) {
    process.stdout.write(`${await runTransfer(words)}\n`)
    return
  }
  const { values } = parseArgs({
    options: {
      functions: { type: 'string' },
      collections: { type: 'string' },
      data: { type: 'string' },
      web: { type: 'string' },
      people: { type: 'string' },
      templates: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      fresh: { type: 'boolean' },
    },
  })
  const flags = flagsSchema.safeParse(values)
  if (!flags.success) throw new Error(flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))

  const functions = resolve(flags.data.functions ?? functionsHere())
  const cloud = await startCloud({
    ...flags.data,
    functions,
    onTrouble: sentence => process.stderr.write(`${sentence}\n`),
    onInvocation: ({ functionName, op, ok, errMsg, console: lines }) => {
      const name = op === undefined ? functionName : `${functionName} ${op}`
      for (const { level, text } of lines) if (level === 'error' || level === 'warn') process.stderr.write(`[${name}] ${text}\n`)
      if (!ok) process.stderr.write(`[${name}] failed: ${errMsg ?? ''}\n`)
    },
  })
  process.stdout.write(`${cloud.url}\n`)
  const how = flags.data.collections === undefined ? 'made by their first document' : `from ${flags.data.collections}`
  process.stdout.write(`Functions from ${functions}; collections ${how}; data in ${resolve(flags.data.data)}. Ctrl-C stops it.\n`)

  const stop = () => {
    cloud.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('uncaughtException', error => {
    process.stderr.write(`The local cloud stops: ${error instanceof CloudError ? error.message : stackOf(error)}\n`)
    cloud.close().then(() => process.exit(1), fail)
  })
}

function fail(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}

main().catch(fail)
