import type { Output } from '../../shared/operation'
import type { backups } from '../backups/contract'
import type { health } from './contract'

export type Health = Output<(typeof health)['health.get']>
export type BackupsNow = Output<(typeof backups)['backup.state']>

/** Something the technician has to look at: what it is, and what to do. `stop`: something does not work; `look`: it will not for long, or not for all. */
export interface Finding {
  level: 'stop' | 'look'
  words: string
  remedy: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The timer notes every five minutes that it runs; three of them missing is no chance. */
const SILENT = 16 * MINUTE
/** What waits longer than this is not being worked off. */
const BEHIND = 30 * MINUTE
/** A nightly backup that is older has missed a night. */
const BACKUP_AGE = 36 * HOUR
/** A restore is tried each quarter. */
const TRIAL_AGE = 92 * DAY
/** So many messages tell something of a template; where more of them than this share find no consent, people are not asked often enough. */
const ENOUGH_MESSAGES = 20
const REFUSED_SHARE = 0.3

export const backlogWords: Record<Health['behind'][number]['what'], string> = {
  messages: '服务消息',
  figures: '看板数字',
  requests: '求助派单',
  files: '到期文件的清理',
}

/** `3小时`, `2天`; below an hour in minutes. */
export const sayAge = (ms: number): string => {
  if (ms < HOUR) return `${String(Math.max(1, Math.round(ms / MINUTE)))}分钟`
  return ms < 2 * DAY ? `${String(Math.round(ms / HOUR))}小时` : `${String(Math.round(ms / DAY))}天`
}

const ofTimer = ({ now, timer, behind, deployed }: Health): Finding[] => {
  const findings: Finding[] = []
  // A new deployment has not had its time yet.
  const quietSince = Math.max(timer.beatAt ?? 0, deployed?.at ?? 0)
  if (now - quietSince > SILENT) {
    const since = timer.beatAt === undefined ? '还没有运行过' : `已经停了${sayAge(now - timer.beatAt)}`
    findings.push({
      level: 'stop',
      words: `定时任务${since}：提醒、派单、通知都不会发出`,
      remedy: '在云开发控制台看 timer 函数的触发器在不在、日志里有什么错；重新运行部署命令会把触发器装回去',
    })
  }
  for (const { title, at } of timer.jobs.filter(job => job.failed && now - job.at < DAY)) {
    findings.push({
      level: 'look',
      words: `“${title}”${sayAge(now - at)}前没有做成`,
      remedy: '看 timer 函数那个时刻的日志；它每分钟会自己再试',
    })
  }
  for (const { what, since } of behind.filter(one => now - one.since > BEHIND)) {
    findings.push({
      level: what === 'requests' ? 'stop' : 'look',
      words: `${backlogWords[what]}积压了${sayAge(now - since)}`,
      remedy: '多半是定时任务停了或资源包用完了：先看上面一条，再看控制台的用量',
    })
  }
  return findings
}

const ofOperations = ({ faults, slow, compared }: Health): Finding[] => [
  ...faults.map(({ op, times }): Finding => ({
    level: 'look',
    words: `操作 ${op} 一周里出错 ${String(times)} 次`,
    remedy: '按日志里的 traceId 找到原因，和版本号一起告诉开发者',
  })),
  ...slow
    .filter(one => one.times >= 10)
    .map(({ op, times, worstMs }): Finding => ({
      level: 'look',
      words: `操作 ${op} 一周里慢了 ${String(times)} 次，最慢 ${(worstMs / 1000).toFixed(1)} 秒`,
      remedy: '看是不是都在整点；常常这样就把函数内存调到 512 MB',
    })),
  ...(compared.repaired > 0
    ? [
        {
          level: 'look' as const,
          words: `昨晚核对，看板上有 ${String(compared.repaired)} 个数字和明细不一致，已经重算`,
          remedy: '偶尔一次不要紧；连着几晚都有，请告诉开发者',
        },
      ]
    : []),
]

const ofMessages = ({ messages }: Health): Finding[] =>
  messages.flatMap(({ title, there, sent, refused, failed, missing }): Finding[] => {
    const tried = sent + refused + failed
    if (!there && missing > 0) {
      const words = `“${title}”没有填模板号，${String(missing)} 条只进了消息页`
      return [{ level: 'look', words, remedy: '在公众平台申请这个模板，填进 changqing.config.json，重新部署' }]
    }
    if (failed > 0 && sent === 0) {
      return [{ level: 'stop', words: `“${title}”一条也没发出去`, remedy: '多半是模板号或字段填错了：对照公众平台里的模板详情' }]
    }
    if (tried >= ENOUGH_MESSAGES && refused / tried > REFUSED_SHARE) {
      const words = `“${title}”${String(tried)} 条里有 ${String(refused)} 条没有得到同意，只进了消息页`
      return [{ level: 'look', words, remedy: '请支部书记在活动上教大家：弹出窗口时点“允许”，并勾“总是保持以上选择”' }]
    }
    return []
  })

const ofBackups = (now: number, { state, last, trial }: BackupsNow): Finding[] => {
  if (state === 'no-key') {
    return [{ level: 'stop', words: '没有备份：配置里没有备份公钥', remedy: '运行 npm run backup -- --new-key，按提示填好公钥，重新部署' }]
  }
  const findings: Finding[] = []
  if (last === undefined) findings.push({ level: 'look', words: '还没有做成过一次备份', remedy: '今晚会自动做；明天再看' })
  else if (now - last.finishedAt > BACKUP_AGE) {
    const words = `最近一次备份是${sayAge(now - last.finishedAt)}前`
    findings.push({ level: 'stop', words, remedy: '看“备份”这项定时任务有没有出错；先用 npm run backup 手动备一份' })
  }
  if (last !== undefined && (trial === undefined || now - trial.at > TRIAL_AGE)) {
    const words = trial === undefined ? '备份还没有试着恢复过' : `上次试恢复是${sayAge(now - trial.at)}前`
    findings.push({ level: 'look', words, remedy: '每季度在自己的电脑上试恢复一次：docs/operate.md 里有步骤' })
  }
  return findings
}

const measures = ['storage', 'database', 'calls'] as const
const measureWords: Record<(typeof measures)[number], readonly [what: string, unit: string]> = {
  storage: ['存储', 'MB'],
  database: ['数据库', 'MB'],
  calls: ['云函数调用', '次'],
}
/** From here on a package may be used up before its month is over. */
const TIGHT = 0.7
const percent = (part: number, whole: number) => `${String(Math.round((100 * part) / whole))}%`

/** What was used, each with its share of the package where that is known. */
export const sayUsed = ({ used, has }: NonNullable<Health['package']>): string[] =>
  measures.map(one => {
    const [what, unit] = measureWords[one]
    return `${what} ${String(Math.ceil(used[one]))} ${unit}${has ? `（套餐的 ${percent(used[one], has[one])}）` : ''}`
  })

const ofPackage = (found: Health['package']): Finding[] => {
  const { used, has } = found ?? {}
  if (!used || !has) return []
  return measures
    .filter(one => used[one] >= TIGHT * has[one])
    .map(one => ({
      level: used[one] >= has[one] ? 'stop' : 'look',
      words: `${measureWords[one][0]}已经用了套餐的 ${percent(used[one], has[one])}`,
      remedy: '在云开发控制台看“超限按量付费”是不是开着；再升级套餐或加一个资源包',
    }))
}

/** What is wrong with an environment or soon will be, the gravest first; empty where all is well. The page of the technician and `npm run doctor` say the same. */
export const judge = (health: Health, backups: BackupsNow): Finding[] =>
  [
    ...ofPackage(health.package),
    ...ofTimer(health),
    ...ofBackups(health.now, backups),
    ...ofMessages(health),
    ...ofOperations(health),
  ].sort((a, b) => Number(b.level === 'stop') - Number(a.level === 'stop'))
