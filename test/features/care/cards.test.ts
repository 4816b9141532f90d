import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { good } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  good(await branch.as('demo-secretary').calls('pairing.set', { helperId: 'v-01', elderIds: ['m-01'], kind: 'one-to-many' }))
})
afterAll(() => branch.close())

const print = (memberIds: string[], openid = 'demo-secretary') => branch.as(openid).calls('card.print', { orgId: 'branch-01', memberIds })
/** What a phone reads from the printed code. */
const sceneOf = (code: string): string => {
  const { data, width, height } = PNG.sync.read(Buffer.from(code, 'base64'))
  const text = jsqr(new Uint8ClampedArray(data), width, height)?.data ?? ''
  expect(text).toMatch(/^service\/card\/index\?scene=/)
  return decodeURIComponent(text.split('scene=')[1] ?? '')
}
let scene: Promise<string> | undefined
/** The code of the first elder's card, read once: reading a picture takes longer than all the rest. */
const firstScene = () => (scene ??= print(['m-01']).then(page => sceneOf(good(page).items[0]?.code ?? '')))

test('a card tells the liaison, the leader, the secretary, the teams and the nearest point, each with a number', async () => {
  const card = good(await branch.as('demo-member-01').calls('card.get', {}))
  expect(card.elder.memberId).toBe('m-01')
  expect(card.liaison?.memberId).toBe('v-01')
  expect(card.secretary?.memberId).toBe(people.secretary.memberId)
  // The branch's own before the street's; one that only keeps a station is not among those to ring.
  expect(card.teams.map(one => one.name)).toEqual(['水电维修队', '法律咨询队', '健康教育队'])
  expect(card.teams[0]?.phone).toMatch(/^1\d{10}$/)
  expect(card.point?.name).toBe('水电维修队')
  expect(card.point?.metres).toBeLessThan(2000)
})

test('the branch’s own place is on the card when it is the nearest', async () => {
  const home = { lng: 114.2098, lat: 30.6426 }
  good(await branch.as('demo-member-02').calls('helping.set', { kinds: [], point: home }))
  const venue = { branchId: 'branch-01', name: '社区服务点', point: home, phone: '027-83550000' }
  good(await branch.as('demo-secretary').calls('card.setPoint', venue))
  expect(good(await branch.as('demo-member-02').calls('card.get', {})).point).toMatchObject({
    name: '社区服务点',
    phone: '02783550000',
    metres: 0,
  })
})

test('a printed page holds four cards, each with a code of its own that never changes', async () => {
  const ids = ['m-01', 'm-02', 'm-03', 'm-04']
  const scenes = good(await print(ids)).items.map(one => sceneOf(one.code))
  expect(new Set(scenes).size).toBe(4)
  for (const scene of scenes) expect(scene).toMatch(/^[0-9a-z]{1,32}$/)
  expect(scenes.some(scene => ids.includes(scene))).toBe(false)
  expect(good(await print(ids)).items.map(one => sceneOf(one.code))).toEqual(scenes)
  expect(refusal(await print([...ids, 'm-07']))).toBe('INVALID_INPUT')
})

test('ten who print one card at once make one code', async () => {
  const pages = await Promise.all(Array.from({ length: 10 }, () => print(['m-20'])))
  expect(new Set(pages.map(page => sceneOf(good(page).items[0]?.code ?? ''))).size).toBe(1)
})

test.each(['demo-member-01', 'demo-family-01', 'demo-volunteer-01', 'demo-secretary', 'demo-street', 'demo-bureau'])(
  'the code opens the card for %s',
  async openid => {
    const card = good(await branch.as(openid).calls('card.open', { code: await firstScene() }))
    expect(card.elder.memberId).toBe('m-01')
  },
)

test.each(['demo-stranger', 'demo-member-02', 'demo-other-secretary', 'demo-volunteer-03'])(
  'to %s it tells only that it is not theirs',
  async openid => {
    const reply = await branch.as(openid).calls('card.open', { code: await firstScene() })
    expect(reply).toEqual({ ok: false, code: 'CARD_NOT_YOURS' })
    expect(await branch.as(openid).calls('card.open', { code: 'nosuchcode' })).toEqual({ ok: false, code: 'CARD_NOT_YOURS' })
  },
)

test('no secretary prints the cards of another branch', async () => {
  expect(refusal(await print(['n-02']))).toBe('FORBIDDEN')
  expect(refusal(await print(['m-01'], 'demo-other-secretary'))).toBe('FORBIDDEN')
})

test('a helper’s photo is on the card until they take it away', async () => {
  const fileId = await branch.upload('me.png', Buffer.from('a picture'))
  const portrait = async () => good(await branch.as('demo-member-01').calls('card.get', {})).liaison?.portrait
  good(await branch.as('demo-volunteer-01').calls('card.portrait', { fileId }))
  expect(await portrait()).toBe(fileId)
  good(await branch.as('demo-volunteer-01').calls('card.portrait', {}))
  expect(await portrait()).toBeUndefined()
  expect(refusal(await branch.as('demo-family-01').calls('card.portrait', { fileId }))).toBe('FORBIDDEN')
})

test('the family sees the people to ring for the elder', async () => {
  expect(good(await branch.as('demo-family-01').calls('card.get', { memberId: 'm-01' })).liaison?.memberId).toBe('v-01')
})
