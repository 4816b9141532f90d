import { Deployments, RanMigrations, type Deployment, type RanMigration } from '../../cloudfunctions/kernel/deployments'
import type { Environment } from '../cloud/environment'
import { Fault } from '../cloud/fault'
import { look, type Found } from './found'
import { planOf, type Step } from './plan'
import type { Wanted } from './wanted'

/** How a deployment speaks with the technician. */
export interface Conversation {
  say: (line: string) => void
  /** Whether to go on; the plan has been said. */
  agree: () => Promise<boolean>
}

export interface Deploying extends Conversation {
  environment: Environment
  wanted: Wanted
  /** Only say what would be done. */
  dryRun: boolean
  /** Who deploys. */
  by?: string | undefined
}

/** `done`: the environment is what was wanted. */
export type Outcome = 'done' | 'planned' | 'declined'

const say = (steps: readonly Step[], line: Deploying['say']) => {
  line(steps.length === 0 ? '环境已经是这个样子，没有要做的。' : `要做 ${steps.length} 步：`)
  steps.forEach(({ title }, index) => line(`  ${index + 1}. ${title}`))
}

/** @throws Fault where a phone could read a collection, of ours or not: members' data may have been copied there. */
const refuseOpen = ({ collections }: Found): void => {
  const open = [...collections].filter(([, { acl }]) => acl !== 'ADMINONLY').map(([name]) => name)
  if (open.length === 0) return
  throw new Fault(
    `有 ${open.length} 个集合手机可以直接读：${open.join('、')}。部署没有完成。`,
    '在控制台“数据库”里逐个打开它们，“数据权限”选“仅管理端可读写”（不是本程序的集合，用不着的请删除），一分钟后再运行一次。',
  )
}

/** Reads back what was done and compares it with what was wanted. */
const compare = async ({ environment, wanted }: Deploying): Promise<Found> => {
  const found = await look(environment, wanted)
  const left = planOf(wanted, found)
  if (left.length > 0)
    throw new Fault(
      `都做了，可是读回来还有 ${left.length} 处与要求不同：${left.map(({ title }) => title).join('；')}。`,
      '云端的改动有时要过一分钟才看得到。过一分钟再运行一次同样的命令。',
    )
  refuseOpen(found)
  return found
}

const record = async ({ environment, wanted, by }: Deploying): Promise<void> => {
  const at = Date.now()
  const migration = wanted.migrations.at(-1)?.id ?? ''
  const deployment: Deployment = { _id: String(at), version: wanted.version, migration, at, ...(by === undefined ? {} : { by }) }
  await environment.rows.add(Deployments.name, deployment)
}

/**
 * Brings an environment to what is wanted: looks, says the plan, asks, does it step by step, reads back and compares. Cut off anywhere it is
 * run again and goes on; it drops no collection, no index and no row.
 * @throws Fault with a remedy
 */
export const deploy = async (deploying: Deploying): Promise<Outcome> => {
  const { environment, wanted, dryRun, say: line, agree } = deploying
  const found = await look(environment, wanted)
  line(`现在的版本：${found.version ?? '还没有部署过'}；要部署的版本：${wanted.version}`)
  const steps = planOf(wanted, found)
  say(steps, line)
  if (dryRun) return 'planned'
  if (steps.length > 0 && !(await agree())) return 'declined'
  for (const [index, { title, do: work }] of steps.entries()) {
    line(`[${index + 1}/${steps.length}] ${title}`)
    await work(environment)
  }
  if (steps.length === 0) refuseOpen(found)
  else {
    await finishMigrations(deploying, found)
    await compare(deploying)
    line('已读回，与要求一致。')
  }
  if (steps.length > 0 || found.version !== wanted.version) await record(deploying)
  return 'done'
}

/**
 * What the functions before have written in the earlier shape while the migrations ran; only then a migration counts as done, so that one that was cut off
 * before the new functions were there runs again.
 */
const finishMigrations = async ({ environment: { rows }, wanted }: Deploying, { migrated }: Found): Promise<void> => {
  for (const migration of wanted.migrations) {
    if (migrated.includes(migration.id)) continue
    await migration.run(rows)
    const ran: RanMigration = { _id: migration.id, at: Date.now() }
    await rows.add(RanMigrations.name, ran)
  }
}
