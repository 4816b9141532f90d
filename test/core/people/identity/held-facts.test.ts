import { correctable, readCorrectedPhones, sayHeld } from '../../../../core/people/identity/held-facts'
import { instantOf } from '../../../../core/shared/calendar'

describe('phone numbers as a person types them', () => {
  test.each([
    [['13877434046'], { numbers: ['13877434046'] }],
    [[' 138 7743 4046 '], { numbers: ['13877434046'] }],
    [['+86 138-7743-4046'], { numbers: ['13877434046'] }],
    [['１３８７７４３４０４６'], { numbers: ['13877434046'] }],
    [['0513-77505919'], { numbers: ['051377505919'] }],
    [['13877434046、13877434047'], { numbers: ['13877434046', '13877434047'] }],
    [['13877434046', '138 7743 4046'], { numbers: ['13877434046'] }],
    [['', '13877434046', '  '], { numbers: ['13877434046'] }],
    [[], { numbers: [] }],
    [undefined, {}],
    [['13877434046', '12345'], { wrong: 1, message: expect.any(String) as string }],
    [['儿子 13877434046'], { wrong: 0, message: expect.any(String) as string }],
    [['1387743404'], { wrong: 0, message: expect.any(String) as string }],
  ])('%j', (typed, read) => {
    expect(readCorrectedPhones(typed)).toEqual(read)
  })
})

test('a person sees everything held, in Chinese, each fact once, with what they may correct marked even where it is empty', () => {
  const held = sayHeld(
    { name: '沈国强', gender: 'male', phones: ['13877434046'], emergencyPhones: [], care: ['alone'], skills: [] },
    {
      branchName: '常青花园离退休干部党支部',
      doors: ['13877434046'],
      hasPortrait: true,
      hasHome: false,
      helping: 0,
      accounts: [{ since: instantOf('2026-11-01'), how: 'number' }],
      offices: [{ role: 'leader', orgName: '第一党小组' }],
      more: [],
      messages: 1,
      account: {
        verifiedPhone: '13877434046',
        privacy: { version: '2026-11', at: instantOf('2026-11-02') },
      },
    },
  )
  const value = (field: string) => held.find(one => one.field === field)?.value
  expect(new Set(held.map(one => one.field)).size).toBe(held.length)
  expect(held.filter(one => one.correctable).map(one => one.field).sort()).toEqual([...correctable].sort()) // prettier-ignore
  expect([value('accounts'), value('home'), value('portrait')]).toEqual(['2026-11-01起（用手机号）', undefined, '有一张'])
  expect([value('name'), value('care'), value('skills'), value('offices'), value('privacy')]).toEqual([
    '沈国强',
    '独居',
    '',
    '第一党小组党小组长',
    '2026-11-02同意',
  ])
})

test('a helper is not shown the elder’s WeChat account', () => {
  const nothing = { doors: [], hasPortrait: false, hasHome: false, helping: 0, accounts: [] }
  const known = { ...nothing, branchName: '支部', offices: [], more: [], messages: 0, account: null }
  const fields = sayHeld({ name: '沈国强', phones: [], emergencyPhones: [], care: [], skills: [] }, known).map(one => one.field)
  expect(fields).not.toContain('verifiedPhone')
  expect(fields).not.toContain('accounts')
})
