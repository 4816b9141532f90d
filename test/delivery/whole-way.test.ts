import { join } from 'node:path'
import { buildCloudIfStale } from '../../config/cloud-if-stale'
import { root } from '../../config/fresh'
import { localEnvironment } from '../../config/local-environment'
import { openBackup } from '../../delivery/backup/folder'
import { makeBackup } from '../../delivery/backup/make'
import { restore } from '../../delivery/backup/restore'
import { reach } from '../../delivery/database'
import { showFirstCode } from '../../delivery/deploy/first-code'
import { readWanted } from '../../delivery/deploy/wanted'
import { localAddress } from '../../delivery/target'
import { migrations } from '../../migrations'
import { good } from '../features/support/attendance'
import { branchAt, MINUTE } from '../features/support/branch'
import { holdFirstPartyDay } from '../features/support/first-party-day'
import { agreed, folders, keys, privateKey, silent } from './backup/support'
import { startEnvironment, type TestEnvironment } from './support/environment'

const { next, remove } = folders()
afterAll(remove)

const product = () => readWanted({ folder: join(root, 'dist/cloud'), settings: localEnvironment, migrations, version: '1.0.0' })
const deployed = async (): Promise<TestEnvironment> => {
  const environment = await startEnvironment()
  await environment.deploys(await product())
  return environment
}

/** What the bureau and the secretary see. */
const seen = async ({ url }: TestEnvironment, orgId: string, activityId: string) => {
  const { as } = branchAt(url)
  const [board, sheet, notices] = await Promise.all([
    as('bureau').calls('board.get', { orgId }),
    as('secretary').calls('attendance.sheet', { activityId }),
    as('secretary').calls('inbox.list', {}),
  ])
  return { figures: good(board).figures, sheet: good(sheet).items, notices: good(notices).items.map(one => one.title) }
}

/** Two environments, deployed, filled, backed up and restored, beside other tests, ms. */
const THE_WHOLE_WAY = 150_000

test(
  'the whole way: deployed, set up, first Party day, backed up, destroyed, deployed again and restored, with the same figures',
  async () => {
    await buildCloudIfStale()
    const first = await deployed()
    const lines: string[] = []
    await showFirstCode(first.environment, line => void lines.push(line), false)
    const setupCode = /^Setup code: (.*)$/.exec(lines[0] ?? '')?.[1] ?? ''
    const claim = { setupCode, orgName: '区委离退休干部工作委员会', name: '郑开始' }
    const { orgId } = good(await branchAt(first.url).as('bureau').calls('setup.claim', claim))
    const { activityId, onTime } = await holdFirstPartyDay(branchAt(first.url), orgId)
    await first.cloud.clock.advance(3 * MINUTE)
    const before = await seen(first, orgId, activityId)
    expect(before.sheet.filter(one => one.state === 'present')).toHaveLength(onTime.length)
    expect(before.figures.find(one => one.topic === 'members')?.now).toMatchObject({ count: 4 })

    const folder = await next()
    await makeBackup(reach(localAddress(first.url)), folder, keys.publicKey, silent)
    await first.close()

    const second = await deployed()
    try {
      const backup = await openBackup(folder, privateKey())
      const options = { part: { kind: 'whole' as const }, overwrite: false, say: silent, agree: agreed }
      expect(await restore(reach(localAddress(second.url)), backup, options)).toMatchObject({ state: 'done', differing: [] })
      await second.cloud.clock.advance(60 * MINUTE)
      expect(await seen(second, orgId, activityId)).toEqual(before)
      expect(good(await branchAt(second.url).as('a-stranger').calls('setup.state', {}))).toEqual({ needed: false })
      expect((await second.deploys(await product())).lines).toContain('环境已经是这个样子，没有要做的。')
    } finally {
      await second.close()
    }
  },
  THE_WHOLE_WAY,
)
