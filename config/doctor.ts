import { parseArgs } from 'node:util'
import * as z from 'zod'
import { collections as ours } from '../cloudfunctions/house'
import { PackageUses, type PackageUse } from '../cloudfunctions/kernel/deployments'
import { Environment } from '../core/shared/environment'
import { openEnvironment } from '../delivery/cloud/environment'
import { Fault } from '../delivery/cloud/fault'
import { reach } from '../delivery/database'
import { factsOf } from '../delivery/doctor/facts'
import { report } from '../delivery/doctor/report'
import { addressOf } from '../delivery/target'
import { runCommand } from '../delivery/terminal'
import { localEnvironment } from './local-environment'

const usage = `npm run doctor -- --env 环境ID [选项]
  --config 文件    配置文件，不写就是 changqing.config.json
  --endpoint 网址  本机的云（--env local 时不要配置和密钥）`

const Clock = z.object({ now: z.number() })

/** The hour in the environment: the local cloud's clock can be moved. */
const nowAt = async (endpoint: string | undefined): Promise<number> =>
  endpoint === undefined ? Date.now() : Clock.parse(await (await fetch(`${endpoint}/clock`)).json()).now

/** `npm run doctor`: how an environment runs, and what its owner has to fill in by hand. It notes what the package has left, for the page of the technician, and changes nothing else. */
const main = async (): Promise<boolean> => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { env: text, endpoint: text, config: { ...text, default: 'changqing.config.json' } } })
  if (values.env === undefined) throw new Fault('没有说看哪个环境。', usage)
  const { address, settings, package: has } = await addressOf({ ...values, env: values.env }, process.env, localEnvironment)
  const environment = openEnvironment(address)
  await environment.check()
  const collections = await environment.collections()
  if (ours.some(({ name }) => !collections.includes(name)))
    throw new Fault('这个环境还没有部署过，或者部署的是旧版本。', `先运行 npm run deploy -- --env ${values.env}，再看。`)
  const acls = await Promise.all(collections.map(async name => ({ name, acl: await environment.aclOf(name) })))
  const now = await nowAt(address.endpoint)
  const use: PackageUse = { _id: 'latest', at: now, used: await environment.used(), ...(has ? { has } : {}) }
  await reach(address).put(PackageUses.name, { ...use })
  const { lines, sick } = report({
    ...(await factsOf(address, settings, now)),
    settings: Environment.parse(settings),
    open: acls.filter(one => one.acl !== 'ADMINONLY').map(one => one.name),
  })
  lines.forEach(line => console.log(line))
  return !sick
}

runCommand(main)
