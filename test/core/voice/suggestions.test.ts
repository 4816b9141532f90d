import fc from 'fast-check'
import { answerBy, isLate, isShown, likeness, remindOn, reminderOn, similarTo } from '../../../core/voice/suggestions/rules'
import { suggestionStates } from '../../../core/voice/suggestions/states'
import { addDays, instantOf } from '../../../core/shared/calendar'

test('a suggestion is to be answered within fifteen days', () => {
  expect(answerBy(instantOf('2026-11-21', '23:50'))).toBe('2026-12-06')
  expect(answerBy(instantOf('2028-02-20'))).toBe('2028-03-06')
})

test.each([
  ['received', '2026-12-01', undefined, '2026-11-28', null],
  ['received', '2026-12-01', undefined, '2026-11-29', 'soon'],
  ['handed', '2026-12-01', 'soon', '2026-12-01', null],
  ['working', '2026-12-01', 'soon', '2026-12-02', 'late'],
  ['working', '2026-12-01', undefined, '2026-12-09', 'late'],
  ['working', '2026-12-01', 'late', '2026-12-09', null],
  ['adopted', '2026-12-01', undefined, '2026-12-09', null],
] as const)('%s, to be answered by %s, reminded of as %s: on %s its keepers hear %s', (state, dueOn, reminded, today, what) => {
  expect(reminderOn({ state, dueOn, reminded }, today)).toBe(what)
})

test('its keepers are told at most twice of one promise, on the days that are looked for, and never of one that is answered', () => {
  const state = fc.constantFrom(...suggestionStates)
  fc.assert(
    fc.property(state, fc.integer({ min: -30, max: 60 }), (said, days) => {
      const dueOn = addDays('2026-12-01', days)
      let reminded: 'soon' | 'late' | undefined
      const told: string[] = []
      for (let day = 0; day < 120; day++) {
        const today = addDays('2026-11-01', day)
        const next = remindOn({ state: said, dueOn, reminded })
        if (next === undefined || next > today) continue
        const what = reminderOn({ state: said, dueOn, reminded }, today)
        if (what) told.push(what)
        reminded = what ?? reminded
      }
      const answered = ['adopted', 'partly', 'noted', 'declined'].includes(said)
      expect(told.at(-1)).toBe(answered ? undefined : 'late')
      expect(told.length).toBeLessThanOrEqual(2)
      expect(isLate({ state: said, dueOn }, addDays(dueOn, 1))).toBe(!answered)
      expect(isLate({ state: said, dueOn }, dueOn)).toBe(false)
    }),
  )
})

test('what says much the same is found, whatever the commas; what does not is not', () => {
  const others = ['活动室门口装个扶手吧，老同志好上台阶', '食堂的菜再软一点', '活动室台阶边上装扶手'].map(text => ({ text }))
  expect(similarTo('建议在活动室门口台阶装扶手', others).map(one => one.text)).toEqual([
    '活动室台阶边上装扶手',
    '活动室门口装个扶手吧，老同志好上台阶',
  ])
  expect(similarTo('组织大家去看看新的图书馆', others)).toEqual([])
  expect(similarTo('。。。', others)).toEqual([])
})

test('likeness is the same both ways, 1 of itself and never beyond', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(likeness(one, other)).toBeCloseTo(likeness(other, one))
      expect(likeness(one, other)).toBeLessThanOrEqual(1)
    }),
  )
  expect(likeness('装个扶手', '装个扶手')).toBe(1)
})

test('others read it once it was sorted, and never a private matter', () => {
  expect([isShown({}), isShown({ topic: 'places' }), isShown({ topic: 'private' })]).toEqual([false, true, false])
})
