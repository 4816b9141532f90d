import { Fault } from './fault'

/** What the clients' exceptions have to say: the platform's code and sentence, and the network's own code. */
interface Said {
  code: string
  message: string
}

const textOf = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : ''
}

/** The official client puts the network's exception in the place of a message. */
const said = (error: unknown): Said => {
  const inner: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined
  const within = typeof inner === 'object' && inner !== null ? inner : error
  const message = textOf(within, 'message') || String(within)
  const code = textOf(error, 'code') || textOf(within, 'code') || textOf(within, 'errno') || textOf(within, 'type')
  return { code, message: message.replace(/^\[\w+\] /, '') }
}

interface Known {
  when: (said: Said) => boolean
  what: string
  remedy: string
}

/** Failures that have a remedy; the first that fits. The platform's own words come behind. */
const known: readonly Known[] = [
  {
    when: ({ code }) => code === 'AuthFailure.SignatureExpire',
    what: '这台电脑的时间不对，云端不认它的签名。',
    remedy: '打开系统的“自动设置时间”，再运行一次。',
  },
  {
    when: ({ code, message }) =>
      /ip/i.test(message) && /(invalid|white ?list|not (in|allowed)|白名单)/i.test(message) && !code.startsWith('Resource'),
    what: '这台电脑的 IP 地址不在白名单里。',
    remedy:
      '上传小程序：登录 mp.weixin.qq.com →“管理”→“开发管理”→“开发设置”→“小程序代码上传”，把这台电脑的公网 IP 加进“IP 白名单”。云端的密钥：在腾讯云“访问管理”里看这个密钥是否限制了来源 IP。加好后再运行一次。',
  },
  {
    when: ({ code }) => /^AuthFailure\.(Secret|Signature|Token|InvalidAuth|InvalidSecret)/.test(code) || code === 'SIGN_PARAM_INVALID',
    what: '密钥不对，云端不认。',
    remedy:
      '检查 CHANGQING_SECRET_ID 和 CHANGQING_SECRET_KEY：两个要是同一对，没有多余的空格。在 console.cloud.tencent.com/cam/capi 可以看到或者新建；要用与小程序关联的那个腾讯云账号登录。',
  },
  {
    when: ({ code, message }) =>
      /EnvNot|ENV|InvalidParameter\.Env/.test(code) ||
      /env(ironment)?\b.*\bnot\b.*\b(exist|found)/i.test(message) ||
      /环境.*不存在/.test(message),
    what: '没有这个云开发环境，或者它不属于这个密钥的账号。',
    remedy:
      '在微信开发者工具的“云开发”→“设置”里抄下“环境 ID”，写进配置文件的 env，部署时 --env 后面写同一个。密钥要是与小程序关联的那个腾讯云账号的。',
  },
  {
    when: ({ code, message }) =>
      /^(AuthFailure\.)?Unauthorized/.test(code) || code === 'DATABASE_PERMISSION_DENIED' || /not authorized|no permission/i.test(message),
    what: '这个密钥没有权限做这一步。',
    remedy:
      '在腾讯云“访问管理”→“用户”里，给这个密钥所属的用户加上“QcloudTCBFullAccess”和“QcloudSCFFullAccess”两项权限，过一分钟再运行一次。',
  },
  {
    when: ({ message }) => /E11000|duplicate key/i.test(message),
    what: '唯一索引建不起来：库里已经有重复的数据。',
    remedy:
      '什么都没有删。先备份，再在控制台“数据库”里打开下面写的集合，找出相同的两条，改正或合并后再运行一次。拿不准时把这段话发给开发者。',
  },
  {
    when: ({ code }) =>
      /^(LimitExceeded|ResourceLimit|ResourceInsufficient|ResourcesSoldOut|EXCEED|ResourceUnavailable\.(Insufficient|Balance))/.test(code),
    what: '超出了这个云开发环境的套餐额度。',
    remedy: '在控制台“云开发”→“设置”→“用量”里看是哪一项满了；升级套餐，或者打开“超限按量付费”，再运行一次。已经做完的不会重做。',
  },
  {
    when: ({ code, message }) =>
      /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH|request-timeout|ESOCKETTIMEDOUT|CERT_|UND_ERR)/.test(code) ||
      /socket hang up|network|timed? ?out|fetch failed/i.test(message),
    what: '网络断了，或者连不上云端。',
    remedy: '已经做完的都留着。检查网络（能不能打开 cloud.tencent.com；单位的网络要不要代理），再运行一次同样的命令，它从断的地方接着做。',
  },
  {
    when: ({ code }) => code.startsWith('InternalError') || code === 'SYS_ERR',
    what: '云端自己出了错。',
    remedy: '过几分钟再运行一次同样的命令。还不行，就把下面的话发给云开发的客服（控制台右上角“工单”）。',
  },
]

/**
 * An exception of a client as a technician can use it.
 * @param doing what was being done, e.g. 建索引 members.phone
 */
export const explain = (error: unknown, doing: string): Fault => {
  if (error instanceof Fault) return error
  const words = said(error)
  const found = known.find(({ when }) => when(words))
  const detail = `（正在${doing}；云端的原话：${[words.code, words.message].filter(part => part !== '').join(' ')}）`
  if (found) return new Fault(`${found.what}${detail}`, found.remedy, { cause: error })
  return new Fault(`没有做成：${detail}`, '再运行一次同样的命令。还不行，就把这段话发给开发者。', { cause: error })
}

/** The platform asks for patience: too many calls a second. */
export const isTooFast = (error: unknown): boolean =>
  /^(RequestLimitExceeded|EXCEED_REQUEST_LIMIT|EXCEED_CONCURRENT)/.test(said(error).code)
/** The platform says that there is no such thing. */
export const isAbsent = (error: unknown): boolean => /^ResourceNotFound/.test(said(error).code) && !/EnvNot/.test(said(error).code)
/** There is a row with that `_id`, or a thing of that name, already. */
export const isThere = (error: unknown): boolean => {
  const { code, message } = said(error)
  return /^ResourceInUse|ResourceExist/.test(code) || /E11000|duplicate key|Table exist/i.test(message)
}
