import { parseArgs } from 'node:util'
import { privateKeyIn } from '../delivery/backup/private-key'
import { openBackup } from '../delivery/backup/folder'
import { Fault } from '../delivery/cloud/fault'
import type { Part } from '../delivery/backup/part'
import type { Changes } from '../delivery/backup/plan'
import { restore } from '../delivery/backup/restore'
import { tryRestore } from './try-restore'
import { sayCollection } from '../delivery/backup/words'
import { reach } from '../delivery/database'
import { addressOf } from '../delivery/target'
import { agrees, runCommand } from '../delivery/terminal'
import { localEnvironment } from './local-environment'

const help = `npm run restore -- --from 文件夹 --env 环境编号 --key 私钥文件
  --dry-run            只看会改动什么，不改
  --branch 支部编号     只恢复一个支部        --collection 集合名  只恢复一个集合
  --overwrite          环境里已有人员和组织时，覆盖它们
  --trial              在这台电脑上试恢复一遍，并把日期记到环境里
  --yes                不再询问
另有：--config 配置文件  --endpoint 本机云的地址（--env local 时不要配置和密钥）`

/** `npm run restore`: puts a backup back, whole or in part, or tries it on a scratch cloud of this machine. */
const main = async (): Promise<boolean> => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    options: {
      ...{ from: text, env: text, endpoint: text, key: text, branch: text, collection: text },
      config: { ...text, default: 'changqing.config.json' },
      ...{ 'dry-run': flag, overwrite: flag, trial: flag, yes: flag, help: flag },
    },
  })
  if (values.help) {
    console.log(help)
    return true
  }
  if (values.from === undefined) throw new Fault('没有说备份在哪个文件夹。', help)
  const backup = await openBackup(values.from, await privateKeyIn(values.key))
  if (values.env === undefined) throw new Fault('没有说恢复到哪个环境。', help)
  const { address } = await addressOf({ ...values, env: values.env }, process.env, localEnvironment)
  const remote = reach(address)
  if (values.trial) {
    const { rows, figures, differing } = await tryRestore(backup, remote, console.log)
    console.log(
      `试恢复成功：${String(rows)} 条记录，${String(figures)} 个看板数字重新算过，${String(differing)} 个不一样。日期已记到环境里。`,
    )
    if (differing > 0) console.log('不一样的多半是随时间到期的数字（比如逾期）；多于几个，请对照看板看一看。')
    return true
  }
  const outcome = await restore(remote, backup, {
    part: partOf(values),
    overwrite: values.overwrite,
    say: console.log,
    agree: async plan => {
      show(plan)
      if (values['dry-run']) return false
      return values.yes || (await agrees('以上改动要写进环境。请先确认没有人正在使用。继续吗？'))
    },
  })
  if (outcome.state === 'nothing') {
    console.log('没有改动任何东西。')
    return true
  }
  for (const { collection, wanted, there } of outcome.differing)
    console.error(`${sayCollection(collection)}：备份有 ${String(wanted)} 条，环境里有 ${String(there)} 条。`)
  console.log(
    `恢复完成：写了 ${String(outcome.rows)} 条记录，用了 ${outcome.seconds.toFixed(0)} 秒。看板数字会在几分钟内由定时任务重新算好。`,
  )
  return outcome.differing.length === 0
}

const partOf = ({ branch, collection }: { branch?: string | undefined; collection?: string | undefined }): Part => {
  if (branch !== undefined && collection !== undefined) throw new Fault('--branch 和 --collection 只能写一个。')
  if (branch !== undefined) return { kind: 'branch', branchId: branch }
  return collection === undefined ? { kind: 'whole' } : { kind: 'collection', name: collection }
}

const show = (plan: readonly Changes[]): void => {
  const moving = plan.filter(one => one.added.size + one.changed.size + one.gone.length > 0)
  if (moving.length === 0) console.log('环境里的记录与备份完全一样。')
  for (const { collection, added, changed, gone, same } of moving)
    console.log(
      `${sayCollection(collection)}：新增 ${String(added.size)} 条，改回 ${String(changed.size)} 条，删去 ${String(gone.length)} 条，不变 ${String(same)} 条`,
    )
}

runCommand(main)
