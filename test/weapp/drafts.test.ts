/** @jest-environment jsdom */
import { routes } from '../../core/shared/routes'
import { good, morning, partyDay, secretaryNow } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'

const DAY = 86_400_000
const ASK = routes.ask.path
const WORDS = '写几句（可以不写）'
const begun = '不求助了，清掉填的'
const PLACE = 'draft/ask/member-01/leak'

const evening: Answers = morning(() => partyDay(), {
  'me.data': () => good('me.data', { held: [], helpers: [], waitingDoors: [], looked: [] }),
  'request.raise': () => good('request.raise', { requestId: 'req-1', promiseAt: 0, promise: '明天办好', urgent: false, told: [] }),
})

const ask = {
  commandId: '',
  namedAt: 0,
  text: '厨房漏水',
  voiceFileId: '',
  photos: ['photo-1'],
  point: { lng: 114.2, lat: 30.6 },
  date: '',
  time: '',
}

/** What is sent when the form is opened with this in the phone's drawer and sent as it stands. */
const sentFrom = async (drawer: Map<string, unknown>) => {
  const phone = startPhone(evening, { drawer })
  const screen = await phone.open(ASK, { kind: 'leak' })
  await screen.tap('请人来帮忙')
  await until(
    () => 'the page of the request',
    () => phone.asked.opened.length > 0,
  )
  screen.close()
  return phone.asked.functions.find(call => call.data.op === 'request.raise')?.data.input
}

describe('a form that was left half filled in', () => {
  test('goes on after the phone died, and is forgotten once it was sent', async () => {
    const drawer = new Map<string, unknown>()
    const phone = startPhone(evening, { drawer })
    const screen = await phone.open(ASK, { kind: 'leak' })
    await screen.type(WORDS, '厨房漏水')
    await screen.see(begun)
    screen.close()
    expect(await sentFrom(drawer)).toEqual({ kind: 'leak', text: '厨房漏水' })
    expect(drawer.has(PLACE)).toBe(false)
  })

  test('keeps its fields as they are: words, photos, the point on the map', async () => {
    const drawer = new Map<string, unknown>([[PLACE, { at: Date.now() - 29 * DAY, draft: ask }]])
    expect(await sentFrom(drawer)).toEqual({ kind: 'leak', text: ask.text, photoFileIds: ask.photos, point: ask.point })
  })

  test.each([
    ['older than a month', { at: Date.now() - 30 * DAY, draft: ask }],
    ['of an earlier shape, all text', { ...ask, photos: 'photo-1', point: '' }],
    ['with a field of another kind', { at: Date.now(), draft: { ...ask, photos: 'photo-1' } }],
    ['with a point that is none', { at: Date.now(), draft: { ...ask, point: { lng: '114.2' } } }],
    ['without a field', { at: Date.now(), draft: { ...ask, text: undefined } }],
    ['cut off', '{"at":17'],
  ])('is begun again, and no more kept, where it is %s', async (_, kept) => {
    const drawer = new Map<string, unknown>([[PLACE, kept]])
    const phone = startPhone(evening, { drawer })
    const screen = await phone.open(ASK, { kind: 'leak' })
    await screen.see('不用写也行')
    expect(screen.words()).not.toContain(begun)
    expect(drawer.has(PLACE)).toBe(false)
    expect(phone.complaints).toEqual([])
    screen.close()
    expect(await sentFrom(drawer)).toEqual({ kind: 'leak' })
  })
})

test('a service team that was being set up goes on with its kinds, quickly tapped, its people and where it starts from', async () => {
  const drawer = new Map<string, unknown>()
  const desk = morning(() => partyDay(), {
    'me.get': () => good('me.get', secretaryNow()),
    'team.list': () => good('team.list', { items: [] }),
    'team.save': () => good('team.save', { teamId: 'team-1' }),
  })
  const first = startPhone(desk, { drawer })
  const screen = await first.open(routes.teams.path)
  await screen.tap('建一个服务队')
  await screen.type('服务队的名字', '水电维修队')
  const place = 'draft/team/branch-1'
  await screen.answer('修水', 'tap', {})
  await screen.answer('修电', 'tap', {})
  screen.close()
  const members = [{ memberId: 'member-02', name: '李建国' }]
  const kept = drawer.get(place)
  expect(kept).toMatchObject({ draft: { name: '水电维修队', kinds: ['water', 'electricity'], members: [], point: null } })
  drawer.set(place, {
    at: Date.now(),
    draft: { name: '水电维修队', kinds: ['water', 'electricity'], members, point: { lng: 114.2, lat: 30.6 } },
  })

  const again = startPhone(desk, { drawer })
  const later = await again.open(routes.teams.path)
  await later.tap('建一个服务队')
  await later.see('李建国')
  await later.tap('保存服务队')
  await later.see('水电维修队保存好了')
  later.close()
  expect(again.asked.functions.find(call => call.data.op === 'team.save')?.data.input).toEqual({
    orgId: 'branch-1',
    name: '水电维修队',
    kinds: ['water', 'electricity'],
    memberIds: ['member-02'],
    point: { lng: 114.2, lat: 30.6 },
  })
  expect(drawer.has(place)).toBe(false)
})
