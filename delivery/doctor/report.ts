import type { Environment } from '../../core/shared/environment'
import { templateRequests, type TemplateRequest } from '../../core/shared/template-guide'
import { judge, sayAge, type BackupsNow, type Finding, type Health } from '../../core/upkeep/health/judge'
import type { Used } from '../cloud/environment'
import type { Config } from '../config'
import { handwork } from './checklist'

/** What the doctor has found out of an environment. */
export interface Findings {
  health: Health
  backups: BackupsNow
  settings: Environment
  used: Used
  package?: Config['package']
  /** Collections that a phone can read. */
  open: readonly string[]
}

const openTo = (open: readonly string[]): Finding[] =>
  open.length === 0
    ? []
    : [
        {
          level: 'stop',
          words: `有 ${String(open.length)} 个集合手机可以直接读：${open.join('、')}`,
          remedy: '在控制台“数据库”里把它们的数据权限改成“仅管理端可读写”，或者重新运行部署命令',
        },
      ]

const usedWords: Readonly<Record<keyof Used, readonly [what: string, unit: string]>> = {
  ...{ storage: ['存储', 'MB'], database: ['数据库', 'MB'], calls: ['云函数调用', '次'] },
}
const measures = ['storage', 'database', 'calls'] as const
/** From here on a package may be used up before its month is over. */
const TIGHT = 0.7

const usedLine = (used: Used, has: Config['package']): string =>
  `本月用了：${measures
    .map(one => {
      const [what, unit] = usedWords[one]
      return `${what} ${String(Math.ceil(used[one]))} ${unit}${has ? `（套餐的 ${String(Math.round((100 * used[one]) / has[one]))}%）` : ''}`
    })
    .join('，')}。${has ? '' : '把套餐的数量写进配置的 package，这里会算出用了几成。'}`

const ofPackage = (used: Used, has: Config['package']): Finding[] =>
  measures.flatMap((one): Finding[] =>
    has === undefined || used[one] < TIGHT * has[one]
      ? []
      : [
          {
            level: used[one] >= has[one] ? 'stop' : 'look',
            words: `${usedWords[one][0]}已经用了套餐的 ${String(Math.round((100 * used[one]) / has[one]))}%`,
            remedy: '在云开发控制台看“超限按量付费”是不是开着；再升级套餐或加一个资源包',
          },
        ],
  )

const asked = ({ name, title, scene, fields }: TemplateRequest): string[] => [
  `  · ${title}（templates 里的 ${name}）：${scene}`,
  ...fields.map(({ label, type, keyword, example }) => `      ${label}　${type} ${keyword}　例：${example}`),
]

const deployedLine = ({ deployed, now }: Health) =>
  deployed ? `版本 ${deployed.version}，${sayAge(now - deployed.at)}前部署。` : '还没有用部署命令部署过。'

/** What the doctor says, line by line, in Chinese; `sick` where something does not work. */
export const report = ({ health, backups, settings, open, used, package: has }: Findings): { lines: string[]; sick: boolean } => {
  const findings = [...openTo(open), ...ofPackage(used, has), ...judge(health, backups)]
  const missing = templateRequests(settings).filter(one => one.missing)
  const lines = [
    deployedLine(health),
    usedLine(used, has),
    ...(findings.length === 0 ? ['✓ 运行一切正常。'] : []),
    ...findings.flatMap(({ level, words, remedy }) => [`${level === 'stop' ? '✗' : '!'} ${words}`, `  怎么办：${remedy}`]),
    '',
    ...(missing.length === 0
      ? ['✓ 消息模板都填了。']
      : [
          `! 还有 ${String(missing.length)} 个消息模板没有填，这些事只进小程序的消息页。到公众平台“订阅消息”里申请，字段照下面选：`,
          ...missing.flatMap(asked),
        ]),
    '',
    '下面这些程序看不到，请逐项到网页上核对：',
    ...handwork(settings).flatMap(({ title, where, what }) => [`□ ${title}（${where}）`, ...what.map(one => `    ${one}`)]),
  ]
  return { lines, sick: findings.some(one => one.level === 'stop') }
}
