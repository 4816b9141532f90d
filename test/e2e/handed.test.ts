/** @jest-environment jsdom */
import { writeFileSync } from 'node:fs'
import { json, post, startBranch, type Branch } from '../features/support/branch'
import { people } from '../features/support/people'
import { worldOf } from '../features/support/world'
import { routes, type Route } from '../../core/shared/routes'
import { pages } from './support/pages'
import { type Handed, handedBy, inWaves, settled } from '../weapp/support/handed'
import { type Phone, type Screen, startPhone, until } from '../weapp/support/phone'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
/** Where the bench reads what was measured. */
const out = process.env['HANDED']
const opened: { page: string; calls: number }[] = []
afterAll(async () => {
  if (out !== undefined) writeFileSync(out, JSON.stringify({ opened, acts: measured }))
  await branch.close()
})

/** Opens a page; the cloud answers once the screen was handed a first shape. */
const openPage = async (openid: string, to: Route, drawer: Map<string, unknown>) => {
  const shaped = () => phone.handed.length > 0
  const ask = async (message: object): Promise<object> => {
    const answer = await post<object>(`${branch.url}/call/api`, message, openid)
    await until(() => 'a first shape', shaped)
    return answer
  }
  const phone: Phone = startPhone({}, { drawer, cloud: inWaves(ask), clock: () => branch.clock.now() })
  const [path = '', query = ''] = to.split('?')
  const screen = await phone.open(path, Object.fromEntries(new URLSearchParams(query)))
  await settled(phone)
  return { phone, screen, calls: phone.handed.length }
}

const drawers = new Map<string, Map<string, unknown>>()

/** What that person's phone knows before it opens any of these pages for the first time: whose it is. */
const known = async (openid: string): Promise<Map<string, unknown>> => {
  const had = drawers.get(openid)
  if (had) return new Map(had)
  const drawer = new Map<string, unknown>()
  const { screen } = await openPage(openid, routes.privacy(), drawer)
  screen.close()
  drawers.set(openid, drawer)
  return new Map(drawer)
}

const secretary = 'demo-secretary'
const member = 'demo-member-01'
const liaison = people.liaison.openid

type Act = (screen: Screen) => Promise<unknown>
const played: readonly (readonly [what: string, openid: string, to: Route, act: Act | null])[] = [
  ['a member opens the first screen', member, routes.home(), null],
  ['the secretary opens the desk', secretary, routes.home(), null],
  ['a member shows their code', member, routes.mine(), screen => screen.tap('出示我的签到码')],
  ['a member takes large letters', member, routes.mine(), screen => screen.tap('大字')],
  ['a member looks at posts', member, routes.activities(), screen => screen.tap('服务岗位')],
  ['a member writes a suggestion', member, routes.suggest(), screen => screen.type('写几句，或者说几句', '楼下的长椅坏了')],
  ['a member asks for help', member, routes.ask({ kind: 'water' }), screen => screen.type('写几句（可以不写）', '水龙头漏水')],
  ['the secretary looks for a name', secretary, routes.roster(), screen => screen.type('输入名字找人', '王')],
  ['the secretary goes to a letter', secretary, routes.roster(), screen => screen.tap('Z')],
  ['the secretary writes a notice', secretary, routes.publish(), screen => screen.type('名称', '主题党日')],
  ['the secretary looks through the pairings', secretary, routes.pairings(), screen => screen.tap('谁在联系')],
  ['a liaison wants to ring', liaison, routes.elders(), screen => screen.tap('打电话')],
]

interface Played extends Handed {
  what: string
  opened: number
}
const measured: Played[] = []
const nothing: Handed = { calls: 0, bytes: 0, changed: 0 }

/** What WeChat's screen is handed at most for a page to be complete, and for a byte that changes (docs/decisions/0060). */
const MOST = 3

test.each(played)(
  '%s: the page is complete in three steps, the first without the cloud, and handed little more than what changes',
  async (what, openid, to, act) => {
    const { phone, screen, calls } = await openPage(openid, to, await known(openid))
    const handed = act ? await handedBy(phone, screen.tree, () => act(screen)) : nothing
    measured.push({ what, opened: calls, ...handed })
    expect(calls).toBeLessThanOrEqual(MOST)
    if (act) expect(handed.bytes / handed.changed).toBeLessThanOrEqual(MOST)
    screen.close()
  },
)

/** jsdom has no `Response` that would write a form. */
const upload = async (name: string, content: Uint8Array): Promise<string> => {
  const edge = 'a-form-of-one-file'
  const body = Buffer.concat([
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return (await json<{ fileId: string }>(`${branch.url}/upload`, { method: 'POST', headers, body })).fileId
}

// The bench alone asks for all pages, which takes two minutes.
if (process.env['HANDED_PAGES'] === 'all')
  test('every page', async () => {
    const world = await worldOf({ ...branch, upload })
    for (const [page, of] of Object.entries(pages)) {
      const [one] = of(world)
      // WeChat does not get the gallery of components.
      if (!one || page === 'gallery') continue
      const [openid, to] = one
      const { screen, calls } = await openPage(openid, to, await known(openid))
      opened.push({ page, calls })
      screen.close()
    }
  }, 600_000)
