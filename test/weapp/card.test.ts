/** @jest-environment jsdom */
import { good, morning, partyDay } from './support/answers'
import { startPhone } from './support/phone'
import { routes } from '../../core/shared/routes'

const HOME = routes.home()
const CARD = routes.card()

const card = (name: string, phone: string) =>
  good('card.get', {
    elder: { memberId: 'member-01', name: '王秀英' },
    liaison: { memberId: name, name, phone },
    groupLeader: { memberId: 'leader', name: '李组长', phone: '13700001111' },
    secretary: null,
    teams: [{ teamId: 'team', name: '水电维修队', phone: '13700002222', contact: '小孙' }],
    point: { name: '社区服务点', phone: '02783550000', metres: 320 },
    station: null,
  })

let silenced: jest.SpyInstance
beforeEach(() => {
  silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  silenced.mockRestore()
})

describe('the service card on an elder’s phone, as compiled for WeChat', () => {
  test('is on the first screen without any network, and one tap rings', async () => {
    const drawer = new Map<string, unknown>()
    const before = await startPhone(morning(partyDay), { drawer }).open(HOME)
    await before.see('联络员陈志强')
    before.close()
    // WeChat was closed; when it is opened again, nothing answers.
    const phone = startPhone({}, { drawer })
    const screen = await phone.open(HOME)
    await screen.see('联络员陈志强')
    await screen.see('现在没有网络，电话照样能打')
    await screen.tap('打电话：陈志强')
    expect(phone.asked.dialled).toEqual(['13800001144'])
    screen.close()
  })

  test('shows the new liaison as soon as the first screen is seen again', async () => {
    const drawer = new Map<string, unknown>()
    const before = await startPhone(morning(partyDay), { drawer }).open(HOME)
    await before.see('联络员陈志强')
    before.close()
    const phone = startPhone(morning(partyDay, { 'card.get': () => card('奚文彬', '13800009999') }), { drawer })
    const screen = await phone.open(HOME)
    await screen.see('联络员奚文彬')
    await screen.tap('打电话：奚文彬')
    expect(phone.asked.dialled).toEqual(['13800009999'])
    screen.close()
  })

  test('tells everyone on it, each with a number to ring', async () => {
    const phone = startPhone(morning(partyDay, { 'card.get': () => card('陈志强', '13800001144') }))
    const screen = await phone.open(CARD, { memberId: 'member-01' })
    await screen.see('王秀英的亲情服务卡')
    for (const words of ['联络员陈志强', '党小组长李组长', '水电维修队小孙', '社区服务点', '离家约 300 米']) await screen.see(words)
    await screen.tap('打电话：小孙')
    expect(phone.asked.dialled).toEqual(['13700002222'])
    screen.close()
  })

  test('opens by the printed code', async () => {
    const asked: unknown[] = []
    const opened = (input: unknown) => {
      asked.push(input)
      return good('card.open', card('陈志强', '13800001144').data)
    }
    const phone = startPhone(morning(partyDay, { 'card.open': opened }))
    const screen = await phone.open(CARD, { scene: 'k3v9' })
    await screen.see('王秀英的亲情服务卡')
    expect(asked).toEqual([{ code: 'k3v9' }])
    screen.close()
  })

  test('kindly turns away a person it is not for', async () => {
    const phone = startPhone(morning(partyDay, { 'card.open': () => ({ ok: false, code: 'CARD_NOT_YOURS' }) }))
    const screen = await phone.open(CARD, { scene: 'k3v9' })
    await screen.see('这不是您的亲情服务卡')
    await screen.see('请交给社区或支部')
    screen.close()
  })
})
