#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import * as z from 'zod'
import { startCloud } from './cloud'
import { CloudError } from './errors'
import { sentenceOf, stackOf } from './exceptions'
import { installPackages } from './install'
import { readProject } from './project'
import { isTransfer, runTransfer } from './transfer/command'

/** The local cloud as a program. Prints its address once it serves; Ctrl-C stops it. */
const USAGE = `In the folder of a mini-program project: wechat-local-cloud [flags]

  --functions DIR     folder of the cloud functions; else cloudfunctionRoot of project.config.json, else cloudfunctions
  --install           run npm install in each function that lacks packages
  --managed           no functions and collections but those that come by the management API
  --collections FILE  collections and their indexes; else each is made by its first document
  --data DIR          where everything is kept; else .localcloud
  --fresh             begin with an empty data folder
  --web DIR           the H5 build, shown in the phones of the desk
  --people FILE       who can hold a phone
  --templates FILE    the templates of subscribe messages
  --introduction FILE what the desk tells newcomers: what this is, the steps of its main job
  --environment FILE  variables of every function, as they are set in the console: lines of NAME=value
  --timeout SECONDS   how long a function may run whose config.json does not say; else 3
  --port N            else 3650
  --host ADDRESS      else 127.0.0.1; 0.0.0.0 lets phones of the same network in

wechat-local-cloud export|import --data DIR --collection NAME --file FILE moves documents as lines of JSON.
`

const flagsSchema = z.object({
  functions: z.string().optional(),
  install: z.boolean().optional(),
  collections: z.string().optional(),
  data: z.string().default('.localcloud'),
  web: z.string().optional(),
  people: z.string().optional(),
  templates: z.string().optional(),
  introduction: z.string().optional(),
  host: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65535).default(3650),
  environment: z.string().optional(),
  timeout: z.coerce.number().positive().max(900).optional(),
  fresh: z.boolean().optional(),
  managed: z.boolean().optional(),
})

/** Where functions are when nothing says otherwise. */
const FUNCTIONS = 'cloudfunctions'

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
      introduction: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      environment: { type: 'string' },
      timeout: { type: 'string' },
      fresh: { type: 'boolean' },
      managed: { type: 'boolean' },
      install: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return
  }
  const flags = flagsSchema.safeParse(values)
  if (!flags.success) throw new Error(flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))

  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const { install, environment, functions: named, ...rest } = flags.data
  const project = readProject('.')
  if (rest.managed === true && (named ?? rest.collections) !== undefined)
    throw new Error('With --managed, functions and collections come by the management API: leave --functions and --collections out')
  const functions = rest.managed === true ? undefined : resolve(named ?? project.functions ?? FUNCTIONS)
  if (install === true && functions !== undefined) await installPackages(functions, say)
  const cloud = await startCloud({
    ...rest,
    functions,
    environment: environment === undefined ? undefined : variablesIn(environment),
    appId: project.appId,
    pages: project.pages,
    onTrouble: say,
    onInvocation: ({ functionName, op, ok, errMsg, console: lines }) => {
      const name = op === undefined ? functionName : `${functionName} ${op}`
      for (const { level, text } of lines) if (level === 'error' || level === 'warn') process.stderr.write(`[${name}] ${text}\n`)
      if (!ok) process.stderr.write(`[${name}] failed: ${errMsg ?? ''}\n`)
    },
  })
  process.stdout.write(`${cloud.url}\n`)
  const collections = flags.data.collections === undefined ? 'made by their first document' : `from ${flags.data.collections}`
  const from = functions === undefined ? `Managed by ${cloud.url}/management` : `Functions from ${functions}; collections ${collections}`
  process.stdout.write(`${from}; data in ${resolve(flags.data.data)}. Ctrl-C stops it.\n`)

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

/** The variables in a file of lines such as `NAME=value`. */
const variablesIn = (file: string) =>
  Object.fromEntries(Object.entries(parseEnv(readFileSync(file, 'utf8'))).map(([name, value]) => [name, value ?? '']))

function fail(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}

main().catch(fail)
