import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { localEnvironment } from '../../config/local-environment'
import { Environment } from '../../core/shared/environment'
import { templateNames } from '../../core/shared/notices'
import type { Health } from '../../core/upkeep/health/judge'
import { report } from '../../delivery/doctor/report'
import { startEnvironment, type TestEnvironment } from './support/environment'

const NOW = Date.UTC(2026, 10, 29, 2)
const health: Health = {
  ...{ now: NOW, timer: { beatAt: NOW - 60_000, jobs: [] }, behind: [], slow: [], faults: [], messages: [] },
  ...{
    deployed: { version: '1.2.0', at: NOW - 3_600_000 },
    promises: { kept: 0, broken: 0 },
    compared: { state: 'done' as const, repaired: 0 },
  },
}
const backups = {
  state: 'waiting' as const,
  last: { startedAt: NOW - 7_200_000, finishedAt: NOW - 7_100_000, counts: {}, rows: 3, bytes: 10, version: 1 },
  trial: { at: NOW - 7_000_000, backupAt: NOW - 7_200_000, rows: 3 },
}
const full = Environment.parse(localEnvironment)
const used = { storage: 120.2, database: 35, calls: 90_000 }
const looked = { ...health, package: { at: NOW, used } }

test('of a well environment the doctor says so, and lists what only its owner can see', () => {
  const { lines, sick } = report({ health: looked, backups, settings: full, open: [] })
  expect(sick).toBe(false)
  expect(lines.slice(0, 5)).toEqual([
    '版本 1.2.0，1小时前部署。',
    '本月用了：存储 121 MB，数据库 35 MB，云函数调用 90000 次。把套餐的数量写进配置的 package，这里会算出用了几成。',
    ...['✓ 运行一切正常。', '', '✓ 消息模板都填了。'],
  ])
  expect(lines.filter(line => line.startsWith('□')).map(line => line.slice(2, line.indexOf('（')))).toEqual([
    ...['服务类目', '小程序备案', '用户隐私保护指引', '地理位置接口', '手机号快速验证', '超限按量'],
  ])
})

test('a collection that a phone can read is the first thing the doctor says', () => {
  const { lines, sick } = report({ health, backups, settings: full, open: ['members'] })
  expect(sick).toBe(true)
  expect(lines[2]).toBe('✗ 有 1 个集合手机可以直接读：members')
})

test('what is used is told against the package, and is looked at from seven tenths on', () => {
  const { lines, sick } = report({
    ...{ backups, settings: full, open: [] },
    health: { ...health, package: { at: NOW, used, has: { storage: 5120, database: 50, calls: 80_000 } } },
  })
  expect(lines[1]).toBe('本月用了：存储 121 MB（套餐的 2%），数据库 35 MB（套餐的 70%），云函数调用 90000 次（套餐的 113%）。')
  expect(lines.filter(line => /^[✗!] .*套餐/.test(line))).toEqual(['✗ 云函数调用已经用了套餐的 113%', '! 数据库已经用了套餐的 70%'])
  expect(sick).toBe(true)
})

test('each template that is missing is told with its scene, and its fields with an example each', () => {
  const some = Environment.parse({ ...localEnvironment, templates: { 'activity-notice': 'tpl-activity-notice' } })
  const { lines } = report({ health, backups, settings: some, open: [] })
  expect(lines).toContain(
    `! 还有 ${String(templateNames.length - 1)} 个消息模板没有填，这些事只进小程序的消息页。到公众平台“订阅消息”里申请，字段照下面选：`,
  )
  expect(lines.find(line => line.includes('（templates 里的 request-asked）'))).toMatch(/^ {2}· 求助派单通知.*：老同志求助时/)
  expect(lines.join('\n')).not.toContain('templates 里的 activity-notice')
})

describe('at a terminal', () => {
  let environment: TestEnvironment
  beforeAll(async () => void (environment = await startEnvironment()))
  afterAll(() => environment.close())

  test('an environment that was never deployed is told with a remedy, not with a stack', async () => {
    const run = promisify(execFile)
    const failed = await run(process.execPath, [
      ...['--import', 'tsx', 'config/doctor.ts', '--env', 'local', '--endpoint', environment.url],
    ]).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/✗ .*\n\s+怎么办：/) as unknown })
  })
})
