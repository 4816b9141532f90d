import { isDeepStrictEqual } from 'node:util'
import type { Migration } from '../../migrations'
import type { Environment, Index } from '../cloud/environment'
import { Fault } from '../cloud/fault'
import { forEach, type Found } from './found'
import { BUILD, type Wanted, type WantedFunction } from './wanted'

/** One step of a deployment: what it changes, and how. Done again it changes nothing more. */
export interface Step {
  title: string
  do: (environment: Environment) => Promise<void>
}

const sameIndex = (a: Index, b: Index) => a.unique === b.unique && isDeepStrictEqual(a.keys, b.keys)

/** As many names as a line bears. */
const SHOWN = 6
const naming = (names: readonly string[]) => (names.length <= SHOWN ? names.join('、') : `${names.slice(0, SHOWN).join('、')} 等`)

const collectionSteps = (wanted: Wanted, found: Found): Step[] => {
  const lacking = wanted.collections.filter(({ name }) => !found.collections.has(name)).map(({ name }) => name)
  const open = wanted.collections.map(({ name }) => name).filter(name => found.collections.get(name)?.acl !== 'ADMINONLY')
  const indexes = wanted.collections.flatMap(({ name, indexes: all }) => {
    const there = found.collections.get(name)?.indexes ?? []
    const added = all.filter(index => !there.some(one => one.name === index.name))
    return added.length === 0 ? [] : [{ name, added }]
  })
  const count = indexes.reduce((sum, { added }) => sum + added.length, 0)
  const steps: (Step & { of: readonly unknown[] })[] = [
    {
      of: lacking,
      title: `建 ${lacking.length} 个集合：${naming(lacking)}`,
      do: async environment => void (await forEach(lacking, name => environment.makeCollection(name))),
    },
    {
      of: open,
      title: `把 ${open.length} 个集合设为“仅管理端可读写”：${naming(open)}`,
      do: async environment => void (await forEach(open, name => environment.closeToPhones(name))),
    },
    {
      of: indexes,
      title: `建 ${count} 个索引，在 ${indexes.length} 个集合里：${naming(indexes.map(({ name }) => name))}`,
      do: async environment => void (await forEach(indexes, ({ name, added }) => environment.makeIndexes(name, added))),
    },
  ]
  return steps.filter(({ of }) => of.length > 0)
}

const migrationSteps = (pending: readonly Migration[]): Step[] =>
  pending.map(migration => ({
    title: `整理数据 ${migration.id}：${migration.title}`,
    do: async ({ rows }) => void (await migration.run(rows)),
  }))

const isConfigured = (
  wanted: WantedFunction,
  { memorySize, timeout, variables }: Pick<WantedFunction, 'memorySize' | 'timeout' | 'variables'>,
) => memorySize === wanted.memorySize && timeout === wanted.timeout && isDeepStrictEqual({ ...variables }, { ...wanted.variables })

const functionSteps = (wanted: WantedFunction, found: Found): Step[] => {
  const { name, zip, memorySize, timeout } = wanted
  const there = found.functions.get(name)
  const limits = `${memorySize} MB 内存、最长 ${timeout} 秒`
  if (there === undefined)
    return [
      {
        title: `建云函数 ${name}（${wanted.runtime}、${limits}、代码 ${Math.ceil(zip.length / 1024)} KB）`,
        do: environment => environment.makeFunction(wanted),
      },
    ]
  const isSameCode = there.variables[BUILD] === wanted.variables[BUILD]
  // The code comes first: cut off between the two, the variable still names the code before, and it is sent once more.
  const code: Step = {
    title: `更新云函数 ${name} 的代码（${Math.ceil(zip.length / 1024)} KB）`,
    do: environment => environment.putCode(name, zip),
  }
  const configuration: Step = {
    title: `更新云函数 ${name} 的配置（${limits}、环境变量）`,
    do: environment => environment.configure(name, wanted),
  }
  return [...(isSameCode ? [] : [code]), ...(isConfigured(wanted, there) ? [] : [configuration])]
}

const timerSteps = ({ name, timers }: WantedFunction, found: Found): Step[] => {
  const there = found.functions.get(name)?.timers ?? []
  return timers.flatMap(timer => {
    const standing = there.find(one => one.name === timer.name)
    if (standing?.config === timer.config) return []
    const put: Step['do'] = async environment => {
      if (standing !== undefined) await environment.removeTimer(name, timer.name)
      await environment.makeTimer(name, timer)
    }
    return [{ title: `${standing ? '更换' : '建'}云函数 ${name} 的定时触发器 ${timer.name}（${timer.config}）`, do: put }]
  })
}

const ruleSteps = ({ storageRule, functionRules }: Wanted, found: Found): Step[] => {
  const isStored = found.storageRule.acl === 'CUSTOM' && isDeepStrictEqual(found.storageRule.rule, { ...storageRule })
  return [
    ...(isStored
      ? []
      : [{ title: '设置云存储的安全规则（每部手机只能读写自己上传的文件）', do: (it: Environment) => it.setStorageRule(storageRule) }]),
    ...(isDeepStrictEqual(found.functionRules, functionRules)
      ? []
      : [{ title: '设置云函数的安全规则（定时函数不许手机调用）', do: (it: Environment) => it.setFunctionRules(functionRules) }]),
  ]
}

/**
 * What stands in the way of a deployment and is not its to change.
 * @throws Fault
 */
const refuseClashes = (wanted: Wanted, found: Found): void => {
  const known = new Set(wanted.migrations.map(({ id }) => id as string))
  const later = found.migrated.filter(id => !known.has(id))
  if (later.length > 0)
    throw new Fault(
      `环境里的版本${found.version === null ? '' : ` ${found.version} `}比这份程序新：它整理过这份程序还不认识的数据（${later.join('、')}）。`,
      '用旧程序盖上去会弄乱数据，所以没有动。请下载最新的程序，再运行一次。',
    )
  for (const { name, runtime } of wanted.functions) {
    const there = found.functions.get(name)
    if (there !== undefined && there.runtime !== runtime)
      throw new Fault(
        `云函数 ${name} 的运行环境是 ${there.runtime}，要的是 ${runtime}，而运行环境建好以后不能改。`,
        `在控制台“云函数”里删除 ${name}（数据不在里面，不会丢），再运行一次，部署会重新建它。`,
      )
  }
  for (const { name, indexes } of wanted.collections) {
    const there = found.collections.get(name)?.indexes ?? []
    const other = indexes.find(index => there.some(one => one.name === index.name && !sameIndex(one, index)))
    if (other)
      throw new Fault(
        `集合 ${name} 里已经有一个叫 ${other.name} 的索引，但字段或“唯一”与要求的不同。部署从不删除索引。`,
        `在控制台“数据库”→ ${name} →“索引管理”里删除 ${other.name}，再运行一次。`,
      )
  }
}

/**
 * What has to be done for an environment to become what is wanted, in order; nothing where it is that already.
 * @throws Fault where something stands in the way that a deployment must not change
 */
export const planOf = (wanted: Wanted, found: Found): Step[] => {
  refuseClashes(wanted, found)
  const pending = wanted.migrations.filter(({ id }) => !found.migrated.includes(id))
  return [
    ...collectionSteps(wanted, found),
    ...migrationSteps(pending),
    ...wanted.functions.flatMap(one => functionSteps(one, found)),
    ...wanted.functions.flatMap(one => timerSteps(one, found)),
    ...ruleSteps(wanted, found),
  ]
}
