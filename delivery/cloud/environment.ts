import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { Fault } from './fault'
import { explain, isAbsent, isThere, isTooFast } from './explain'
import { openManager, type Keys } from './manager'
import { openRows, type Rows } from './rows'

/** An index as it is declared beside its collection. */
export interface Index {
  name: string
  keys: readonly { field: string; order: 1 | -1 | '2dsphere' }[]
  unique: boolean
}

/** A function as it stands in an environment. */
export interface StandingFunction {
  runtime: string
  /** MB; seconds. */
  memorySize: number
  timeout: number
  variables: Readonly<Record<string, string>>
  timers: readonly { name: string; config: string }[]
}

/** A function as it is to be; its archive has index.js at its top. */
export interface NewFunction extends Omit<StandingFunction, 'timers'> {
  name: string
  zip: Buffer
}

/** Who may read a collection or the storage besides the administrator. */
export type Acl = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY' | 'CUSTOM'

/**
 * An environment of the platform, or the local cloud in its place, as its administrator sees it. What fails throws a Fault, which says it in Chinese with a
 * remedy. Everything but `rows` may be called again after a cut: nothing is dropped, what is there already stays.
 */
export interface Environment {
  /** Throws where there is no such environment or the keys do not open it. */
  check(): Promise<void>
  collections(): Promise<string[]>
  makeCollection(name: string): Promise<void>
  aclOf(collection: string): Promise<Acl>
  /** Only the functions and the administrator may then read it and write to it. */
  closeToPhones(collection: string): Promise<void>
  indexesOf(collection: string): Promise<Index[]>
  makeIndexes(collection: string, indexes: readonly Index[]): Promise<void>
  /** Null where there is none of that name. */
  functionOf(name: string): Promise<StandingFunction | null>
  makeFunction(made: NewFunction): Promise<void>
  putCode(name: string, zip: Buffer): Promise<void>
  configure(name: string, wanted: Pick<StandingFunction, 'memorySize' | 'timeout' | 'variables'>): Promise<void>
  makeTimer(name: string, timer: { name: string; config: string }): Promise<void>
  removeTimer(name: string, timer: string): Promise<void>
  storageRule(): Promise<{ acl: Acl; rule?: unknown }>
  setStorageRule(rule: { read: string; write: string }): Promise<void>
  functionRules(): Promise<unknown>
  setFunctionRules(rules: object): Promise<void>
  /** What this month has used. */
  used(): Promise<Used>
  rows: Rows
}

/** What of a package a month has used: MB in the storage and the database, calls of functions. */
export interface Used {
  storage: number
  database: number
  calls: number
}
/** As the platform names them. */
const METRICS: Readonly<Record<keyof Used, string>> = {
  ...{ storage: 'StorageSizepkg', database: 'DbSizepkg', calls: 'FunctionInvocationpkg' },
}
const Quota = z.object({ Value: z.number() })

const acl = z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM'])
const order = z.enum(['1', '-1', '2dsphere', '2d']).transform(said => (said === '1' ? 1 : said === '-1' ? -1 : '2dsphere'))
const Listed = z.object({ Collections: z.array(z.object({ CollectionName: z.string() })), Pager: z.object({ Total: z.number() }) })
const Described = z.object({
  Indexes: z
    .array(z.object({ Name: z.string(), Unique: z.boolean().nullish(), Keys: z.array(z.object({ Name: z.string(), Direction: order })) }))
    .nullish(),
})
const Pairs = z.array(z.object({ Key: z.string(), Value: z.string() })).nullish()
const Trigger = z.object({ TriggerName: z.string(), Type: z.string(), TriggerDesc: z.string() })
const Detail = z.object({
  Status: z.string(),
  Runtime: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Environment: z.object({ Variables: Pairs }).nullish(),
  Triggers: z.array(Trigger).nullish(),
})
const Ruled = z.object({ Rule: z.string().nullish() })
const Stored = z.object({ acl, rule: z.unknown().optional() })

/** The platform tells a timer's pattern as JSON, `{"cron": "…"}`. */
const patternIn = (told: string): string => {
  if (!told.startsWith('{')) return told
  return z.object({ cron: z.string() }).parse(JSON.parse(told)).cron
}

const written = (index: Index) => ({
  IndexName: index.name,
  MgoKeySchema: { MgoIndexKeys: index.keys.map(key => ({ Name: key.field, Direction: String(key.order) })), MgoIsUnique: index.unique },
})
const pairs = (variables: Readonly<Record<string, string>>) => ({
  Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })),
})

/** Where functions start, and who they are on the platform: as the official client makes them. */
const HANDLER = 'index.main'
const MADE = { Role: 'TCB_QcsRole', Stamp: 'MINI_QCBASE', Handler: HANDLER, InstallDependency: 'FALSE' }
/** How long a function may be busy with a change, and how often it is looked at, ms. */
const [BUSY_MS, LOOK_MS] = [300_000, 500]
/** How often a call that came too fast is sent again, after how long, ms. */
const [AGAIN, PATIENCE_MS] = [6, 500]

export interface Address {
  envId: string
  keys: Keys
  /** Address of the local cloud; the platform's own unless said. */
  endpoint?: string | undefined
}

/** Opens an environment; nothing is sent yet. */
export const openEnvironment = ({ envId, keys, endpoint }: Address): Environment => {
  const manager = openManager(envId, keys, endpoint)
  const { database, functions, storage } = manager
  const tcb = manager.commonService('tcb')
  const scf = manager.commonService('scf')
  const ofEnv = { EnvId: envId }

  /** Sends a call again where the platform asks for patience; any other failure is told with what was being done. */
  const tell = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
    for (let round = 1; ; round++) {
      try {
        return await call()
      } catch (error) {
        if (round > AGAIN || !isTooFast(error)) throw explain(error, doing)
        await wait(PATIENCE_MS * round)
      }
    }
  }
  const detailOf = async (name: string) => {
    try {
      return Detail.parse(await functions.getFunctionDetail(name))
    } catch (error) {
      if (isAbsent(error)) return null
      throw error
    }
  }
  /** A function that is being made or changed takes no further change until it is done. */
  const settled = async (name: string): Promise<void> => {
    const until = Date.now() + BUSY_MS
    while (Date.now() < until) {
      const status = (await detailOf(name))?.Status
      if (status === 'Active') return
      if (status?.endsWith('Failed') === true)
        throw new Fault(
          `云函数 ${name} 没有建成（${status}）。`,
          `在控制台“云函数”里看 ${name} 的状态说明；删掉这个没有建成的函数，再运行一次。`,
        )
      await wait(LOOK_MS)
    }
    throw new Fault(`云函数 ${name} 五分钟了还没有更新完。`, '过几分钟再运行一次同样的命令，它从断的地方接着做。')
  }
  const change = (doing: string, name: string, call: () => Promise<unknown>) =>
    tell(doing, async () => {
      await settled(name)
      await call()
      await settled(name)
    })
  const named = (name: string) => ({ FunctionName: name, Namespace: envId })

  return {
    rows: told(openRows(envId, keys, endpoint)),
    check: () =>
      tell(`查看环境 ${envId}`, async () => {
        try {
          await manager.env.getEnvInfo()
        } catch (error) {
          // The client stumbles over an answer that has no environment in it.
          if (isAbsent(error) || error instanceof TypeError) throw new Error(`environment ${envId} not found`, { cause: error })
          throw error
        }
      }),
    collections: () =>
      tell('列出集合', async () => {
        const names: string[] = []
        for (;;) {
          const { Collections, Pager } = Listed.parse(await database.listCollections({ MgoLimit: 100, MgoOffset: names.length }))
          names.push(...Collections.map(one => one.CollectionName))
          if (Collections.length === 0 || names.length >= Pager.Total) return names
        }
      }),
    makeCollection: name =>
      tell(`建集合 ${name}`, async () => {
        try {
          await database.createCollection(name)
        } catch (error) {
          // The answer of an earlier call was lost.
          if (!isThere(error)) throw error
        }
      }),
    aclOf: name =>
      tell(`查看集合 ${name} 的权限`, async () => {
        const reply: unknown = await tcb.call({ Action: 'DescribeDatabaseACL', Param: { ...ofEnv, CollectionName: name } })
        return z.object({ AclTag: acl }).parse(reply).AclTag
      }),
    closeToPhones: name =>
      tell(`把集合 ${name} 设为“仅管理端可读写”`, async () => {
        await tcb.call({ Action: 'ModifyDatabaseACL', Param: { ...ofEnv, CollectionName: name, AclTag: 'ADMINONLY' } })
      }),
    indexesOf: name =>
      tell(`查看集合 ${name} 的索引`, async () => {
        const { Indexes } = Described.parse(await database.describeCollection(name))
        return (Indexes ?? []).map(({ Name, Unique, Keys }) => ({
          ...{ name: Name, unique: Unique === true },
          keys: Keys.map(key => ({ field: key.Name, order: key.Direction })),
        }))
      }),
    makeIndexes: (name, indexes) =>
      tell(`给集合 ${name} 建索引 ${indexes.map(one => one.name).join('、')}`, async () => {
        await database.updateCollection(name, { CreateIndexes: indexes.map(written) })
      }),
    functionOf: name =>
      tell(`查看云函数 ${name}`, async () => {
        const found = await detailOf(name)
        if (found === null) return null
        return {
          ...{ runtime: found.Runtime, memorySize: found.MemorySize, timeout: found.Timeout },
          variables: Object.fromEntries((found.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
          timers: (found.Triggers ?? [])
            .filter(one => one.Type === 'timer')
            .map(one => ({ name: one.TriggerName, config: patternIn(one.TriggerDesc) })),
        }
      }),
    makeFunction: ({ name, zip, runtime, memorySize, timeout, variables }) =>
      tell(`建云函数 ${name}`, async () => {
        await scf.call({
          Action: 'CreateFunction',
          Param: {
            ...{ ...named(name), ...MADE, Runtime: runtime, MemorySize: memorySize, Timeout: timeout },
            ...{ Environment: pairs(variables), Code: { ZipFile: zip.toString('base64') } },
          },
        })
        await settled(name)
      }),
    putCode: (name, zip) =>
      change(`上传云函数 ${name} 的代码`, name, () =>
        scf.call({
          Action: 'UpdateFunctionCode',
          Param: { ...named(name), Handler: HANDLER, InstallDependency: 'FALSE', Code: { ZipFile: zip.toString('base64') } },
        }),
      ),
    configure: (name, { memorySize, timeout, variables }) =>
      change(`配置云函数 ${name}`, name, () =>
        functions.updateFunctionConfig({ name, memorySize, timeout, envVariables: { ...variables } }),
      ),
    makeTimer: (name, timer) =>
      tell(`给云函数 ${name} 建定时触发器`, async () => {
        await functions.createFunctionTriggers(name, [{ ...timer, type: 'timer' }])
      }),
    removeTimer: (name, timer) =>
      tell(`更换云函数 ${name} 的定时触发器`, async () => void (await functions.deleteFunctionTrigger(name, timer))),
    storageRule: () => tell('查看云存储的权限', async () => Stored.parse(await storage.getStorageAcl({ withRule: true }))),
    setStorageRule: rule => tell('设置云存储的安全规则', async () => void (await storage.setStorageAcl('CUSTOM', rule))),
    functionRules: () =>
      tell('查看云函数的安全规则', async () => {
        const reply: unknown = await tcb.call({ Action: 'DescribeSecurityRule', Param: { ...ofEnv, ResourceType: 'FUNCTION' } })
        const { Rule } = Ruled.parse(reply)
        return Rule === null || Rule === undefined || Rule === '' ? null : (JSON.parse(Rule) as unknown)
      }),
    setFunctionRules: rules =>
      tell('设置云函数的安全规则', async () => {
        const Param = { ...ofEnv, ResourceType: 'FUNCTION', AclTag: 'CUSTOM', Rule: JSON.stringify(rules) }
        await tcb.call({ Action: 'ModifySecurityRule', Param })
      }),
    used: () =>
      tell('查看用量', async () => {
        const of = async (metric: keyof Used) => {
          const reply: unknown = await tcb.call({ Action: 'DescribeQuotaData', Param: { ...ofEnv, MetricName: METRICS[metric] } })
          return Quota.parse(reply).Value
        }
        const [storage, database, calls] = await Promise.all([of('storage'), of('database'), of('calls')])
        return { storage, database, calls }
      }),
  }

  function told(rows: Rows): Rows {
    return {
      find: (collection, ...rest) => tell(`读取集合 ${collection}`, () => rows.find(collection, ...rest)),
      add: (collection, row) => tell(`写入集合 ${collection}`, () => rows.add(collection, row)),
      update: (collection, ...rest) => tell(`更改集合 ${collection}`, () => rows.update(collection, ...rest)),
    }
  }
}
