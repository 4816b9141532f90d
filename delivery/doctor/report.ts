import type { Environment } from '../../core/shared/environment'
import { templateRequests, type TemplateRequest } from '../../core/shared/template-guide'
import { judge, sayAge, sayUsed, type BackupsNow, type Finding, type Health } from '../../core/upkeep/health/judge'
import { handwork } from './checklist'

/** What the doctor has found out of an environment. */
export interface Findings {
  health: Health
  backups: BackupsNow
  settings: Environment
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

const usedLine = (found: Health['package']): string => {
  if (!found) return '还没有查过用量。'
  const { has } = found
  const hint = has ? '' : '把套餐的数量写进配置的 package，这里会算出用了几成。'
  return `本月用了：${sayUsed(found).join('，')}。${hint}`
}

const asked = ({ name, title, scene, fields }: TemplateRequest): string[] => [
  `  · ${title}（templates 里的 ${name}）：${scene}`,
  ...fields.map(({ label, type, keyword, example }) => `      ${label}　${type} ${keyword}　例：${example}`),
]

const deployedLine = ({ deployed, now }: Health) =>
  deployed ? `版本 ${deployed.version}，${sayAge(now - deployed.at)}前部署。` : '还没有用部署命令部署过。'

/** What the doctor says, line by line, in Chinese; `sick` where something does not work. */
export const report = ({ health, backups, settings, open }: Findings): { lines: string[]; sick: boolean } => {
  const findings = [...openTo(open), ...judge(health, backups)]
  const missing = templateRequests(settings).filter(one => one.missing)
  const lines = [
    deployedLine(health),
    usedLine(health.package),
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
