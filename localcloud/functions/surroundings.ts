import { delimiter, dirname, join } from 'node:path'
import type { Deployed } from './deployed'
import type { Context, Job } from './protocol'

/** Who calls a function: a person's phone, a timer, another function (with the person it works for). */
export interface Caller {
  openid: string | undefined
  /** TCB_SOURCE, e.g. `wx_client`, `wx_trigger`, `wx_client,scf`. */
  source: string
  /** Where the call comes from, as its connection tells; undefined where no phone and no server stands at its beginning. */
  address?: string | undefined
}

interface Place {
  envId: string
  appId: string
  /** Variables of every function. */
  environment?: Readonly<Record<string, string>> | undefined
}

/** The SDKs read these variables by their names; early ones look for the address of the cloud only where it is named here. */
const CONTEXT_KEYS = 'TCB_ENV,TCB_SOURCE,TCB_CONTEXT_CNFG'

/** The variables that a function finds from its beginning, its own ones among them, which cannot stand in for those of the platform. */
export function workerEnv({ entry, config }: Deployed, adminUrl: string, { envId, environment }: Place): Record<string, string> {
  const home = dirname(entry)
  return {
    ...environment,
    ...config.environment,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TCB_CONTEXT_KEYS: CONTEXT_KEYS,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    PATH: process.env['PATH'] ?? '',
    // A function may require its own files by their path from its root.
    NODE_PATH: [home, join(home, 'node_modules')].join(delimiter),
    // What the platform's containers have; calendar days are the function's own business.
    TZ: 'UTC',
  }
}

/** An address of IPv4 in both forms, as WeChat tells it; one of IPv6 in its own. */
function addressEnv(address: string): Record<string, string> {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  return four === undefined ? { WX_CLIENTIPV6: address } : { WX_CLIENTIP: four, WX_CLIENTIPV6: `::ffff:${four}` }
}

/** One invocation as a worker gets it. */
export function jobOf(requestId: string, { name, config }: Deployed, eventJson: string, caller: Caller, { envId, appId }: Place): Job {
  const { openid, source, address } = caller
  const who: Record<string, string> = {
    ...(address === undefined ? {} : addressEnv(address)),
    WX_APPID: appId,
    ...(openid === undefined ? {} : { WX_OPENID: openid }),
  }
  const env = { ...who, WX_CONTEXT_KEYS: Object.keys(who).join(','), TCB_SOURCE: source }
  const environ = { ...env, TCB_ENV: envId, TCB_CONTEXT_KEYS: CONTEXT_KEYS, SCF_NAMESPACE: envId }
  const context: Context = {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: config.memorySize,
    time_limit_in_ms: config.timeout * 1000,
    request_id: requestId,
    environ: Object.entries(environ).map(([key, value]) => `${key}=${value}`).join(';'), // prettier-ignore
    environment: JSON.stringify(environ),
    function_version: '$LATEST',
    function_name: name,
    namespace: envId,
    tencentcloud_region: 'ap-shanghai',
  }
  return { eventJson, env, context }
}
