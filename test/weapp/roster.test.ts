/** @jest-environment jsdom */
import { good, morning, partyDay, secretaryNow } from './support/answers'
import { startPhone } from './support/phone'
import { routes } from '../../core/shared/routes'

const PERSON = routes.person.path

describe('the secretary corrects what the roster says of a member', () => {
  test('what must not stand in a note is refused in the cloud’s own words, and what was typed stays', async () => {
    const said: unknown[] = []
    const phone = startPhone(
      morning(partyDay, {
        'me.get': () => good('me.get', secretaryNow()),
        'org.children': () => good('org.children', { items: [], cursor: null }),
        'roster.get': () =>
          good('roster.get', {
            memberId: 'member-07',
            name: '周桂芬',
            care: [],
            bound: true,
            held: [{ label: '备注', value: '' }],
            helpers: [],
          }),
        'roster.change': input => {
          said.push(input)
          return { ok: false, code: 'INVALID_INPUT', data: { paths: ['note'], message: '请不要写身份证号' } }
        },
      }),
    )
    const screen = await phone.open(PERSON, { memberId: 'member-07' })
    await screen.tap('改电话、住址、党小组')
    await screen.type('备注', '身份证 110101194001011234')
    await screen.tap('改好了，保存')
    await screen.see('请不要写身份证号')
    await screen.see('您填的内容还在')
    expect(said).toEqual([{ memberId: 'member-07', note: '身份证 110101194001011234' }])
    screen.close()
  })
})
