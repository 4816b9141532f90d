import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newKeyPair, readPrivateKey } from '../cloudfunctions/features/upkeep/backups/seal'
import type { Message } from '../cloudfunctions/kernel/documents'
import { routes } from '../core/shared/routes'
import { startProduct } from '../config/product'
import { openBackup } from '../delivery/backup/folder'
import { fetchNightly, makeBackup } from '../delivery/backup/make'
import { restore } from '../delivery/backup/restore'
import { reach } from '../delivery/database'
import { localAddress } from '../delivery/target'
import { MORNING, pour, type Documented } from './cloud'
import { accountOf, memberOf } from './people'
import type { Row } from './table'

const MINUTE = 60_000
const BRANCH = 226
/** Of each member: so many messages and rows on sheets. */
const [MESSAGES, SHEETS] = [6, 4]
/** What a function may take on the platform, in seconds. */
const LIMIT_S = 20

const branchOf = (n: number) => `branch-x${Math.floor(n / BRANCH)}`

function* each<D>(count: number, make: (n: number) => D): Generator<D> {
  for (let n = 0; n < count; n++) yield make(n)
}

const messageOf = (n: number): Message => ({
  ...{
    _id: `msg-${n}`,
    memberId: `x-${Math.floor(n / MESSAGES)}`,
    kind: 'activity-published',
    title: '主题党日活动通知',
    read: true,
    push: 'sent',
    at: n,
  },
  ...{
    text: '定于本周六上午九点半在常青花园社区党群服务中心二楼活动室开展主题党日活动，请准时参加。',
    page: routes.activity({ id: `act-${n}` }),
  },
  fields: { what: '主题党日', when: '2026-11-21 09:30', where: '常青花园社区', note: '请准时参加' },
})

/** A district of so many members in branches of 226, each with an account, messages and rows on sheets. */
const districtOf = (members: number): Documented => ({
  members: each(members, n => memberOf(branchOf(n), `x-${n}`, n)),
  accounts: each(members, n => accountOf(`other-${n}`, `x-${n}`)),
  messages: each(members * MESSAGES, messageOf),
  attendance: each(members * SHEETS, n => ({
    ...{ _id: `act-${n % SHEETS}:x-${n}`, activityId: `act-${n % SHEETS}`, memberId: `x-${n}`, state: 'present', at: n, late: false },
    ...{ way: 'code', by: { openid: `other-${n}`, memberId: `x-${n}`, name: `x-${n}` }, history: [] },
  })),
})

const megabytes = async (folder: string): Promise<number> => {
  const files = await readdir(folder)
  const sizes = await Promise.all(files.map(async file => (await stat(join(folder, file))).size))
  return sizes.reduce((all, one) => all + one, 0) / 1e6
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The night's backup of a district, the same from a laptop, and its restore into an empty cloud. */
export const backup = async (members: number): Promise<Row[]> => {
  const keys = newKeyPair()
  const folder = await mkdtemp(join(tmpdir(), 'changqing-backup-'))
  const start = (name: string) =>
    startProduct({
      ...{ data: join(folder, name), demo: 'none', port: 0, frozenAt: MORNING, durable: false },
      environment: { backup: { publicKey: keys.publicKey } },
    })
  const [full, empty] = [await start('full'), await start('empty')]
  const [from, to] = [reach(localAddress(full.url)), reach(localAddress(empty.url))]
  const said = () => undefined
  try {
    await pour(full.url, districtOf(members))
    const runs: number[] = []
    await full.clock.advance(59 * MINUTE)
    for (let state; state?.['last'] === undefined; [state] = await from.getMany('upkeep', ['backup']))
      runs.push(await seconds(() => full.clock.advance(MINUTE, MINUTE)))
    const [night, laptop] = [join(folder, 'night'), join(folder, 'laptop')]
    const fetched = await seconds(() => fetchNightly(from, night, undefined, said))
    const made = await seconds(() => makeBackup(from, laptop, keys.publicKey, said))
    const opened = await openBackup(night, readPrivateKey(keys.privateKey))
    const agree = () => Promise.resolve(true)
    const outcome = await restore(to, opened, { part: { kind: 'whole' }, overwrite: false, say: said, agree })
    const again = await seconds(() => restore(to, opened, { part: { kind: 'whole' }, overwrite: true, say: said, agree }))
    const what = (name: string) => `${members} members, ${outcome.rows} rows, ${name}`
    return [
      { what: what('the longest minute of the night'), figure: Math.max(...runs), budget: { most: LIMIT_S / 2 }, unit: ' s', digits: 1 },
      { what: what('minutes of the night'), figure: runs.length, budget: { most: 240 }, digits: 0 },
      { what: what('the night in the storage'), figure: await megabytes(night), unit: ' MB', digits: 1 },
      { what: what('fetching it'), figure: fetched, unit: ' s', digits: 1 },
      { what: what('a backup from a laptop'), figure: made, unit: ' s', digits: 1 },
      { what: what('its size'), figure: await megabytes(laptop), unit: ' MB', digits: 1 },
      { what: what('restore into an empty cloud'), figure: outcome.seconds, unit: ' s', digits: 1 },
      { what: what('the same again, where nothing has changed'), figure: again, unit: ' s', digits: 1 },
      { what: what('collections that differ'), figure: outcome.differing.length, budget: { most: 0 }, digits: 0 },
    ]
  } finally {
    await Promise.all([full.close(), empty.close()])
    await rm(folder, { recursive: true, force: true })
  }
}
