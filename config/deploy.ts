import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Fault } from '../delivery/cloud/fault'
import { openEnvironment } from '../delivery/cloud/environment'
import { addressOf, type Target } from '../delivery/target'
import { deploy } from '../delivery/deploy/deploy'
import { showFirstCode } from '../delivery/deploy/first-code'
import { uploadMiniProgram } from '../delivery/deploy/upload'
import { versionOf } from '../delivery/deploy/version'
import { readWanted } from '../delivery/deploy/wanted'
import { agrees, runCommand } from '../delivery/terminal'
import { migrations } from '../migrations'
import { version as packaged } from '../package.json'
import { buildCloudIfStale } from './cloud-if-stale'
import { buildWeappIfStale } from './build-web'
import { root } from './fresh'
import { localEnvironment } from './local-environment'

const usage = `npm run deploy -- --env 环境ID [选项]
  --dry-run        只说要做什么，不动手
  --yes            不问，直接做
  --setup-code     只重新生成首次设置码
  --upload         部署后上传小程序（要 CHANGQING_UPLOAD_KEY）
  --config 文件    配置文件，不写就是 changqing.config.json
  --endpoint 网址  本机的云（--env local 时不要配置和密钥）`

const readFlags = () => {
  const { values } = parseArgs({
    options: {
      ...{ env: { type: 'string' }, endpoint: { type: 'string' }, config: { type: 'string', default: 'changqing.config.json' } },
      ...{ 'dry-run': { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
      ...{ 'setup-code': { type: 'boolean', default: false }, upload: { type: 'boolean', default: false } },
    },
  })
  if (values.env === undefined) throw new Fault('没有说部署到哪个环境。', usage)
  return { ...values, env: values.env }
}

const say = (line: string) => console.log(line)

const upload = async ({ appid, upload: keyFile }: Target, { version, note }: { version: string; note: string }) => {
  if (appid === undefined) throw new Fault('本机的云没有小程序可上传。', '去掉 --upload 再运行一次。')
  if (keyFile === undefined)
    throw new Fault('没有设置 CHANGQING_UPLOAD_KEY。', '把它设成小程序代码上传密钥文件的路径，再运行一次。云端已经部署好了。')
  say('正在生成小程序 …')
  await buildWeappIfStale()
  say('正在用 miniprogram-ci 上传 …')
  await uploadMiniProgram({ appid, keyFile: resolve(keyFile), project: root, version, note })
  say(`小程序已上传（${version}）。在 mp.weixin.qq.com“版本管理”里看到它，先设为体验版试用，再提交审核。`)
}

const main = async (): Promise<boolean> => {
  const flags = readFlags()
  const target = await addressOf(flags, process.env, localEnvironment)
  const environment = openEnvironment(target.address)
  if (flags['setup-code']) {
    await environment.check()
    await showFirstCode(environment, say, true)
    return true
  }
  const version = await versionOf(root, packaged)
  if (await buildCloudIfStale()) say('云函数已生成。')
  const wanted = await readWanted({ folder: join(root, 'dist/cloud'), settings: target.settings, migrations, version: version.version })
  const agree = () => (flags.yes ? Promise.resolve(true) : agrees('做吗？'))
  const outcome = await deploy({ environment, wanted, dryRun: flags['dry-run'], say, agree, by: userInfo().username })
  if (outcome === 'declined') say('没有动。')
  if (outcome !== 'done') return true
  await showFirstCode(environment, say, false)
  if (flags.upload) await upload(target, version)
  say('部署完成。')
  return true
}

runCommand(main)
