import * as z from 'zod'
import { action, type ManagementActions } from './actions'
import { ManagementError } from './refusal'
import type { FunctionRecord, ManagedShelf } from './shelf'

/** Longest archive that is taken within a call, in bytes. */
const LONGEST_ZIP = 1.5 * 1024 * 1024
const RUNTIMES = ['Nodejs10.15', 'Nodejs12.16', 'Nodejs14.18', 'Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19']
/** What the platform takes of a function's variables, in bytes. */
const LONGEST_ENVIRONMENT = 4096

const named = z.object({ FunctionName: z.string().min(1), Namespace: z.string() })
const code = z.object({ ZipFile: z.base64() })
const memory = z.number().int().min(64).max(3072)
const seconds = z.number().int().min(1).max(900)
const variables = z.object({ Variables: z.array(z.object({ Key: z.string().regex(/^[A-Za-z]\w*$/), Value: z.string() })) })
const creation = named.extend({
  Code: code,
  Handler: z.string().default('index.main'),
  Runtime: z.string(),
  MemorySize: memory.default(256),
  Timeout: seconds.default(3),
  Environment: variables.default({ Variables: [] }),
})
const configuration = named.extend({ MemorySize: memory.optional(), Timeout: seconds.optional(), Environment: variables.optional() })
const triggers = z.array(z.object({ TriggerName: z.string().min(1), Type: z.literal('timer'), TriggerDesc: z.string() }))

const unzipped = ({ ZipFile }: z.infer<typeof code>): Buffer => {
  const zip = Buffer.from(ZipFile, 'base64')
  if (zip.length > LONGEST_ZIP)
    throw new ManagementError('InvalidParameterValue.ZipFile', 'ZipFile is larger than 1.5 MB: use the object storage.')
  return zip
}

const environmentOf = ({ Variables }: z.infer<typeof variables>): Record<string, string> => {
  const environment = Object.fromEntries(Variables.map(({ Key, Value }) => [Key, Value]))
  if (Buffer.byteLength(JSON.stringify(environment)) > LONGEST_ENVIRONMENT)
    throw new ManagementError(
      'LimitExceeded.EnvironmentVariables',
      `The variables of a function have at most ${LONGEST_ENVIRONMENT} bytes.`,
    )
  return environment
}

/** Day and time as the platform writes them, in UTC+8. */
const timeOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/**
 * The functions: made, changed and told as the platform does it, run from where they were stored. `onTimers` is told of changed triggers and refuses, with
 * an exception, a pattern that cannot be read.
 */
export function functionActions(shelf: ManagedShelf, onTimers: () => void) {
  const known = (name: string): FunctionRecord => {
    const record = shelf.get(name)
    if (record === undefined) throw new ManagementError('ResourceNotFound.Function', `The function ${name} does not exist.`)
    return record
  }
  const setTriggers = (name: string, next: FunctionRecord['triggers']) => {
    const before = known(name).triggers
    shelf.change(name, { triggers: next })
    try {
      onTimers()
    } catch (error) {
      shelf.change(name, { triggers: before })
      throw new ManagementError('InvalidParameterValue.Cron', error instanceof Error ? error.message : 'the time cannot be read')
    }
    return {}
  }
  const actions = {
    CreateFunction: action(creation, ({ FunctionName, Code, Handler, Runtime, MemorySize, Timeout, Environment }) => {
      if (!RUNTIMES.includes(Runtime)) throw new ManagementError('InvalidParameterValue.Runtime', `There is no runtime ${Runtime}.`)
      const environment = environmentOf(Environment)
      const given = { handler: Handler, runtime: Runtime, memorySize: MemorySize, timeout: Timeout, environment }
      shelf.make(FunctionName, given, unzipped(Code))
      return {}
    }),
    UpdateFunctionCode: action(
      named.extend({ Code: code, Handler: z.string().default('index.main') }),
      ({ FunctionName, Code, Handler }) => {
        known(FunctionName)
        shelf.putCode(FunctionName, unzipped(Code), Handler)
        return {}
      },
    ),
    UpdateFunctionConfiguration: action(configuration, ({ FunctionName, MemorySize, Timeout, Environment }) => {
      known(FunctionName)
      shelf.change(FunctionName, {
        ...(MemorySize === undefined ? {} : { memorySize: MemorySize }),
        ...(Timeout === undefined ? {} : { timeout: Timeout }),
        ...(Environment === undefined ? {} : { environment: environmentOf(Environment) }),
      })
      return {}
    }),
    GetFunction: action(named, ({ FunctionName, Namespace }) => {
      const record = known(FunctionName)
      return {
        ...{ FunctionName, Namespace, Status: 'Active', StatusDesc: '', Type: 'Event' },
        ...{ Handler: record.handler, Runtime: record.runtime, MemorySize: record.memorySize, Timeout: record.timeout },
        ...{ CodeSize: record.codeSize, AddTime: timeOf(record.addedAt), ModTime: timeOf(record.changedAt), InstallDependency: 'FALSE' },
        Environment: { Variables: Object.entries(record.environment).map(([Key, Value]) => ({ Key, Value })) },
        Triggers: record.triggers.map(({ name, config }) => ({
          ...{ TriggerName: name, Type: 'timer', Enable: 1, AvailableStatus: 'Available' },
          TriggerDesc: JSON.stringify({ cron: config }),
        })),
      }
    }),
    ListFunctions: action(z.object({ Limit: z.number().int().default(20), Offset: z.number().int().default(0) }), ({ Limit, Offset }) => {
      const all = shelf.list()
      const told = all.slice(Offset, Offset + Limit).flatMap(({ name }) => {
        const { runtime, addedAt, changedAt } = known(name)
        return {
          FunctionId: name,
          FunctionName: name,
          Runtime: runtime,
          Status: 'Active',
          AddTime: timeOf(addedAt),
          ModTime: timeOf(changedAt),
        }
      })
      return { Functions: told, TotalCount: all.length }
    }),
    BatchCreateTrigger: action(named.extend({ Triggers: z.string() }), ({ FunctionName, Triggers }) => {
      const { data: given, error } = triggers.safeParse(parsedJson(Triggers))
      if (given === undefined) throw new ManagementError('InvalidParameter', z.prettifyError(error))
      const { triggers: before } = known(FunctionName)
      const taken = given.find(one => before.some(({ name }) => name === one.TriggerName))
      if (taken !== undefined) throw new ManagementError('ResourceInUse.Trigger', `The trigger ${taken.TriggerName} exists already.`)
      return setTriggers(FunctionName, [...before, ...given.map(one => ({ name: one.TriggerName, config: one.TriggerDesc }))])
    }),
    DeleteTrigger: action(named.extend({ TriggerName: z.string() }), ({ FunctionName, TriggerName }) => {
      const { triggers: before } = known(FunctionName)
      const rest = before.filter(({ name }) => name !== TriggerName)
      if (rest.length === before.length) throw new ManagementError('ResourceNotFound.Trigger', `There is no trigger ${TriggerName}.`)
      return setTriggers(FunctionName, rest)
    }),
  }
  return actions satisfies ManagementActions
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ManagementError('InvalidParameter', 'Triggers is no JSON')
  }
}
