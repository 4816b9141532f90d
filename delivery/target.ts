import type { Address } from './cloud/environment'
import { Fault } from './cloud/fault'
import { readConfig, settingsOf, type Config } from './config'

/** An environment to work on, with what its configuration says. */
export interface Target {
  address: Address
  /** What the functions read at run time. */
  settings: object
  /** What its package has, where the configuration says it. */
  package?: Config['package']
  /** The mini-program; the local cloud has none. */
  appid?: string
  /** File of the key by which the mini-program is uploaded, where one is set. */
  upload?: string
}

/** The local cloud's one environment, and the keys it takes from everyone on this machine. */
const LOCAL = { envId: 'local-env', keys: { secretId: 'local', secretKey: 'local' } } as const
/** The environment of the local cloud at that address. */
export const localAddress = (endpoint: string): Address => ({ ...LOCAL, endpoint: endpoint.replace(/\/+$/, '') })

interface Flags {
  /** Id of the environment; `local` for the local cloud. */
  env: string
  endpoint?: string | undefined
  /** The configuration file. */
  config: string
}

type Variables = Readonly<Record<string, string | undefined>>

const keysIn = ({ CHANGQING_SECRET_ID: secretId, CHANGQING_SECRET_KEY: secretKey }: Variables) => {
  if (secretId !== undefined && secretKey !== undefined) return { secretId, secretKey }
  throw new Fault(
    '没有设置云端的密钥。',
    '在 console.cloud.tencent.com/cam/capi（用与小程序关联的腾讯云账号登录）新建密钥，把它的两个值设进环境变量 CHANGQING_SECRET_ID 和 CHANGQING_SECRET_KEY，再运行一次。密钥不要写进任何文件。',
  )
}

/**
 * The environment that the flags name, with its configuration and keys; the local cloud needs neither.
 * @param local what the functions of the local cloud read
 * @throws Fault
 */
export const addressOf = async ({ env, endpoint, config }: Flags, variables: Variables, local: object): Promise<Target> => {
  if (env === 'local') {
    if (endpoint === undefined)
      throw new Fault('没有说本机的云在哪里。', '加上 --endpoint 和它启动时显示的网址，例如 --endpoint http://127.0.0.1:3650')
    return { address: localAddress(endpoint), settings: local }
  }
  const read = await readConfig(config)
  if (read.env !== env)
    throw new Fault(`--env 写的是 ${env}，配置文件 ${config} 里的 env 是 ${read.env}。`, '两处要一样，免得部署错了环境。改好再运行一次。')
  const upload = variables['CHANGQING_UPLOAD_KEY']
  return {
    address: { envId: env, keys: keysIn(variables), endpoint: endpoint?.replace(/\/+$/, '') },
    settings: settingsOf(read),
    appid: read.appid,
    ...(read.package ? { package: read.package } : {}),
    ...(upload === undefined ? {} : { upload }),
  }
}
