import CloudBase from '@cloudbase/manager-node'

/** The key pair of the Tencent Cloud account that the mini-program's environment belongs to. */
export interface Keys {
  secretId: string
  secretKey: string
}

/** Where the services of a client are, that are not at the platform's own address. */
const endpoints = new WeakMap<object, string>()

const objectIn = (holder: object, key: string): object => {
  const found: unknown = Reflect.get(holder, key)
  if (typeof found === 'object' && found !== null) return found
  throw new Error(`The client @cloudbase/manager-node has no ${key} any more: look at delivery/cloud/manager.ts`)
}

let isLed = false
/** The client has one address written into it for each service. This is the one place that knows how it can be led elsewhere. */
const lead = (manager: CloudBase, endpoint: string): void => {
  endpoints.set(objectIn(manager, 'context'), endpoint)
  // The client would send what is meant for this machine through a proxy of the shell too.
  delete process.env['http_proxy']
  if (isLed) return
  const service: unknown = Reflect.getPrototypeOf(objectIn(manager.commonService('tcb'), 'commonService'))
  const own = typeof service === 'object' && service !== null ? Reflect.getOwnPropertyDescriptor(service, 'baseUrl')?.get : undefined
  if (typeof service !== 'object' || service === null || own === undefined)
    throw new Error('The client @cloudbase/manager-node has no baseUrl any more: look at delivery/cloud/manager.ts')
  Object.defineProperty(service, 'baseUrl', {
    configurable: true,
    get(this: object): unknown {
      const elsewhere = endpoints.get(objectIn(this, 'cloudBaseContext'))
      return elsewhere === undefined ? Reflect.apply(own, this, []) : `${elsewhere}/management/${String(Reflect.get(this, 'service'))}`
    },
  })
  isLed = true
}

/**
 * The official client for an environment.
 * @param endpoint address of the local cloud; the platform's own unless said
 */
export const openManager = (envId: string, { secretId, secretKey }: Keys, endpoint?: string): CloudBase => {
  const manager = new CloudBase({ envId, secretId, secretKey, region: 'ap-shanghai' })
  if (endpoint !== undefined) lead(manager, endpoint)
  return manager
}
