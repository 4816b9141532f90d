import fc from 'fast-check'
import { endsIn, exceptionsFirst, isOver, maskNames, summarise } from '../../../../core/life/attendance/sheet'

const states = ['present', 'leave', 'absent', 'unmarked'] as const
const line = fc
  .record({
    memberId: fc.uuid(),
    name: fc.constantFrom('张建国', '李秀珍', '欧阳文彬', '王芳'),
    state: fc.constantFrom(...states),
    late: fc.boolean(),
    guest: fc.boolean(),
  })
  .map(one => ({ ...one, expected: !one.guest }))

test('each invited member is present, on leave, awaited or absent, and the rate is the share of those who came', () => {
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, over) => {
      const invited = lines.filter(one => !one.guest)
      const own = summarise(invited, over)
      expect(own.present + own.leave + own.awaited + own.absent).toBe(own.invited)
      if (over) expect(own.awaited).toBe(0)
      const all = summarise(lines, over)
      expect(all.rate).toBeGreaterThanOrEqual(0)
      expect(all.rate).toBeLessThanOrEqual(1)
      expect(all.rate).toBe(own.rate)
      expect(all.present).toBe(lines.filter(one => one.state === 'present').length)
      expect(all.late).toBeLessThanOrEqual(all.present)
    }),
  )
})

test('without invitations the rate is zero, not a missing number', () => {
  expect(summarise([], true)).toEqual({ invited: 0, expected: 0, present: 0, late: 0, leave: 0, awaited: 0, absent: 0, rate: 0 })
})

test('a guest counts as present, and does not fill the seat of a missing member', () => {
  const came = { state: 'present' as const, guest: true, expected: false }
  expect(summarise([came, { state: 'unmarked', guest: false, expected: true }], true)).toMatchObject({
    invited: 1,
    present: 1,
    absent: 1,
    rate: 0,
  })
})

const sheetOf = (...said: readonly (typeof states)[number][]) => said.map(state => ({ state, guest: false, expected: true }))
test.each([
  ['an hour before', -60, { awaited: 2, absent: 1 }],
  ['in the last minute', 119, { awaited: 2, absent: 1 }],
  ['at its end', 120, { awaited: 0, absent: 3 }],
  ['the day after', 1500, { awaited: 0, absent: 3 }],
])('%s, those who have not come are awaited or absent, and none of them is both', (_, minutes, expected) => {
  const hours = { startsAt: 0, endsAt: 120 * 60_000 }
  expect(summarise(sheetOf('present', 'unmarked', 'unmarked', 'absent', 'leave'), isOver(hours, minutes * 60_000))).toMatchObject({
    ...{ invited: 5, present: 1, leave: 1 },
    ...expected,
  })
})

test('where one signs up, those who did are to come, and the others are missed by none', () => {
  const lines = [...sheetOf('present', 'unmarked'), { state: 'unmarked' as const, guest: false, expected: false }]
  expect(summarise(lines, true)).toMatchObject({ invited: 3, expected: 2, present: 1, absent: 1, rate: 0.5 })
})

test('the lines begin with what has to be looked at', () => {
  const of = (memberId: string, state: (typeof states)[number], late = false, guest = false) => ({
    memberId,
    name: '张',
    state,
    late,
    guest,
    expected: !guest,
  })
  const lines = [
    of('guest', 'present', false, true),
    of('came', 'present'),
    of('late', 'present', true),
    of('leave', 'leave'),
    of('missing', 'unmarked'),
    of('contradicted', 'present'),
  ]
  const order = exceptionsFirst(lines, new Set(['contradicted'])).map(one => one.memberId)
  expect(order).toEqual(['contradicted', 'missing', 'leave', 'late', 'came', 'guest'])
})

test('the order does not depend on the order the rows were read in', () => {
  const distinct = fc.uniqueArray(line, { selector: one => one.memberId })
  fc.assert(
    fc.property(distinct, lines => {
      const ids = (some: typeof lines) => exceptionsFirst(some, new Set()).map(one => one.memberId)
      expect(ids(lines.toReversed())).toEqual(ids(lines))
    }),
  )
})

test.each([
  [
    ['张建国', '李芳'],
    ['张*国', '李*'],
  ],
  [['欧阳文彬'], ['欧**彬']],
  [
    ['张建国', '张爱国'],
    ['张建*', '张爱*'],
  ],
  [
    ['张建国', '张建国'],
    ['张*国（1）', '张*国（2）'],
  ],
])('%j are shown as %j', (names, masked) => {
  expect(maskNames(names)).toEqual(masked)
})

test('masked names are told apart and never shown whole', () => {
  const name = fc.constantFrom('张建国', '张爱国', '李芳', '李敏', '欧阳文彬', '慧䶮')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), names => {
      const masked = maskNames(names)
      expect(new Set(masked).size).toBe(names.length)
      for (const [index, one] of names.entries()) expect(masked[index]).not.toContain(one)
    }),
  )
})

test('any of one’s phones will do', () => {
  expect(endsIn(['13800001144', '0278805566'], '5566')).toBe(true)
  expect(endsIn(['13800001144'], '5566')).toBe(false)
  expect(endsIn([], '5566')).toBe(false)
})
