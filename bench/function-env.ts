import { localEnvironment } from '../config/local-environment'
import { Environment } from '../core/shared/environment'

/** The environment of a function on the platform, with its database at that URL and that person as the caller; where there is a key, its backups are sealed to it. */
export const functionEnv = (url: string, openid = '', publicKey?: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: 'local-env',
  TCB_ENV: 'local-env',
  TCB_SOURCE: 'wx_client',
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  WX_OPENID: openid,
  WX_APPID: 'wx0000000000000000',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  /** As a deployment writes it. */
  CHANGQING: JSON.stringify(Environment.parse({ ...localEnvironment, ...(publicKey === undefined ? {} : { backup: { publicKey } }) })),
  TZ: 'UTC',
})
