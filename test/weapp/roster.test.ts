/** @jest-environment jsdom */
import { good, morning, partyDay, secretaryNow } from './support/answers'
import { startPhone } from './support/phone'
import type { Answers } from './support/wechat'
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
            waitingDoors: [],
            may: [],
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
    await screen.tap('保存')
    await screen.see('请不要写身份证号')
    await screen.see('您填的内容还在')
    expect(said).toEqual([{ memberId: 'member-07', note: '身份证 110101194001011234' }])
    screen.close()
  })

  test('a family’s number in Hong Kong is shown with its country and dialled with 00', async () => {
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
            held: [],
            helpers: [],
            waitingDoors: [],
            may: [],
          }),
        'roster.phone': () => good('roster.phone', { phones: [], emergency: [{ name: '女儿', phone: '+85261234567' }] }),
      }),
    )
    const screen = await phone.open(PERSON, { memberId: 'member-07' })
    await screen.tap('打电话')
    await screen.tap('打给家人女儿')
    expect(phone.asked.dialled).toEqual(['0085261234567'])
    screen.close()
  })

  test('two records of one person become one with one confirm, and can be parted again', async () => {
    const asked: string[] = []
    const kept = { memberId: 'member-07', name: '周桂芬', bound: true, maskedPhone: '138****1144' }
    const other = { memberId: 'vol-1', name: '周桂芬', home: '志愿者', bound: true, maskedPhone: '138****1144' }
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
            held: [],
            helpers: [],
            waitingDoors: [],
            may: [],
          }),
        'member.alike': () =>
          good('member.alike', {
            pairs: asked.at(-1) === 'merge' ? [] : [{ kept, other, agree: '姓名、电话', may: ['merge'] }],
            merged:
              asked.at(-1) === 'merge'
                ? [
                    {
                      memberId: 'member-07',
                      name: '周桂芬',
                      otherId: 'vol-1',
                      otherName: '周桂芬',
                      undoUntil: Date.now() + 1000,
                      may: ['unmerge'],
                    },
                  ]
                : [],
          }),
        'member.merge': () => {
          asked.push('merge')
          return good('member.merge', { undoUntil: Date.now() })
        },
        'member.unmerge': () => {
          asked.push('unmerge')
          return good('member.unmerge', { lost: 0 })
        },
      }),
    )
    const screen = await phone.open(PERSON, { memberId: 'member-07' })
    await screen.tap('有两份资料？')
    await screen.see('姓名、电话相同')
    await screen.tap('合并成一份')
    await screen.tap('是同一个人，合并')
    await screen.see('两份周桂芬已经合并')
    await screen.tap('弄错了，再分开')
    await screen.tap('分开')
    await screen.see('姓名、电话相同')
    expect(asked).toEqual(['merge', 'unmerge'])
    screen.close()
  })
})

describe('a roster of a thousand names', () => {
  const ROSTER = 1000
  const PAGE = 100
  const KB = 1024
  const surnames = Array.from('安白曹邓恩冯高何江柯李马宁欧潘钱任孙唐吴谢杨赵')
  const member = (n: number) => ({
    ...{ memberId: `m-${String(n)}`, name: `${surnames[n % surnames.length] ?? ''}建国${String(n)}`, age: 60 + (n % 36), care: [] },
    ...{ bound: n % 3 > 0, maskedPhone: '138****1144', groupName: `第${String(1 + (n % 9))}党小组`, standing: 'retired' as const },
    initial: Array.from('ABCDEFGHJKLMNOPQRSTWXYZ')[n % surnames.length] ?? '#',
  })
  const secretary = (): Answers =>
    morning(partyDay, {
      'me.get': () => good('me.get', secretaryNow()),
      'roster.list': input => {
        const cursor = typeof input === 'object' && input !== null && 'cursor' in input ? Number(input.cursor) : 0
        const items = Array.from({ length: PAGE }, (_, at) => member(cursor + at))
        return good('roster.list', { items, cursor: cursor + PAGE < ROSTER ? String(cursor + PAGE) : null })
      },
    })

  test('opens, is searched and narrowed to a letter while the screen is handed only what it shows', async () => {
    const phone = startPhone(secretary())
    const handed = (from: number) => phone.sent.slice(from).reduce((sum, one) => sum + one, 0)
    const screen = await phone.open(routes.roster.path)
    await screen.see('1000 人')
    await screen.see('再看 20 人（还有 980 人）')
    // Some 34 KB; WeChat advises at most 256 KB at once, and the roster itself is twice that.
    expect(handed(0)).toBeLessThan(64 * KB)
    let from = phone.sent.length
    await screen.type('输入名字找人', '李建国10')
    await screen.see('找到')
    expect(handed(from)).toBeLessThan(32 * KB)
    await screen.type('输入名字找人', '')
    await screen.see('再看 20 人（还有 980 人）')
    from = phone.sent.length
    await screen.tap('Z')
    await screen.see('赵建国')
    expect(handed(from)).toBeLessThan(64 * KB)
    screen.close()
  })
})
