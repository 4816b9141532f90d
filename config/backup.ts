import { parseArgs } from 'node:util'
import { Environment } from '../core/shared/environment'
import { Fault } from '../delivery/cloud/fault'
import { fetchNightly, makeBackup } from '../delivery/backup/make'
import { makeNewKey } from '../delivery/backup/new-key'
import { reach } from '../delivery/database'
import { addressOf } from '../delivery/target'
import { agrees, runCommand } from '../delivery/terminal'
import { localEnvironment } from './local-environment'

const help = `npm run backup -- --env 环境编号 --to 文件夹        在这台电脑上做一份完整备份（连同照片等文件）
npm run backup -- --env 环境编号 --to 文件夹 --nightly [--night 2026-11-21]   取回云端的夜间备份
npm run backup -- --new-key [--to 私钥文件]         生成一对密钥
另有：--config 配置文件  --endpoint 本机云的地址  --plain 不加密  --yes 不再询问`

/** `npm run backup`: makes a whole backup, fetches a nightly one, or makes a pair of keys. */
const main = async (): Promise<boolean> => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    options: {
      ...{ env: text, to: text, endpoint: text, night: text, config: { ...text, default: 'changqing.config.json' } },
      ...{ nightly: flag, plain: flag, yes: flag, help: flag, 'new-key': flag },
    },
  })
  if (values.help) {
    console.log(help)
    return true
  }
  if (values['new-key']) return newKey(values.to ?? 'changqing-backup.key')
  const { to: folder, plain } = values
  if (folder === undefined) throw new Fault('没有说备份放到哪个文件夹。', help)
  if (values.env === undefined) throw new Fault('没有说备份哪个环境。', help)
  const { address, settings } = await addressOf({ ...values, env: values.env }, process.env, localEnvironment)
  const remote = reach(address)
  if (values.nightly || values.night !== undefined) {
    const { counts } = await fetchNightly(remote, folder, values.night, console.log)
    console.log(`夜间备份已取到 ${folder}，共 ${String(sum(counts))} 条记录。打开它要用私钥。`)
    return true
  }
  const publicKey = plain ? null : (Environment.parse(settings).backup?.publicKey ?? null)
  if (publicKey === null && values.env !== 'local' && !plain)
    throw new Fault(`${values.config} 里没有 backup.publicKey。`, '先用 --new-key 生成密钥；确实要不加密的备份，请加 --plain。')
  if (plain && !values.yes && !(await agrees('备份里有老同志的姓名、电话、住址和健康情况，不加密存放有泄露的危险。仍要继续吗？')))
    return false
  const began = performance.now()
  const { counts } = await makeBackup(remote, folder, publicKey, console.log)
  console.log(`备份做好了：${folder}，共 ${String(sum(counts))} 条记录，用了 ${((performance.now() - began) / 1000).toFixed(0)} 秒。`)
  if (publicKey === null) console.log('这份备份没有加密，请放在锁好的地方。')
  return true
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)

const newKey = async (file: string): Promise<boolean> => {
  const publicKey = await makeNewKey(file)
  console.log(`公钥（写进 changqing.config.json 的 backup.publicKey，再部署一次）：\n${publicKey}\n`)
  console.log(`私钥已写到 ${file}。请抄到两个 U 盘分别锁好，再从这台电脑上删掉；不要放进云环境，也不要发微信。丢了它，备份谁也打不开。`)
  return true
}

runCommand(main)
