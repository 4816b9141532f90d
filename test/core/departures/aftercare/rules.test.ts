import {
  householdOf,
  judgeMarking,
  mayUndo,
  nextReminder,
  progressOf,
  reminderOf,
  ticked,
  toRemind,
  UNDO_MS,
} from '../../../../core/departures/aftercare/rules'
import { instantOf } from '../../../../core/shared/calendar'
import { stepsFrom, usualSteps } from '../../../../core/departures/aftercare/steps'

test.each([
  ['李淑贞', '贞', '2026-11-20', 'right'],
  ['李淑贞', '李', '2026-11-20', 'AFTERCARE_NAME_WRONG'],
  ['李淑贞', '淑贞', '2026-11-20', 'AFTERCARE_NAME_WRONG'],
  ['喻慧䶮', '䶮', '2026-11-21', 'right'],
  ['张𠮷', '𠮷', '2026-11-21', 'right'],
  ['李淑贞', '贞', '2026-11-22', 'AFTERCARE_DATE_WRONG'],
  ['李淑贞', '贞', '2024-02-29', 'right'],
  ['李淑贞', '贞', '1926-11-20', 'AFTERCARE_DATE_WRONG'],
])('%s with “%s” and %s is %s', (name, nameEnd, diedOn, verdict) => {
  expect(judgeMarking(name, { nameEnd, diedOn }, '2026-11-21')).toBe(verdict)
})

test('a marking can be undone for a day, by the bureau later too, and only once', () => {
  const row = { state: 'marked' as const, undoUntil: UNDO_MS }
  expect([mayUndo(row, UNDO_MS - 1, false), mayUndo(row, UNDO_MS, false), mayUndo(row, UNDO_MS, true)]).toEqual([true, false, true])
  expect(mayUndo({ ...row, state: 'undone' }, 0, true)).toBe(false)
})

test('the household is found by the roster’s family and by the address', () => {
  const dead = { _id: 'a', name: '李淑贞', residence: '一村1栋', emergencyName: '王国强' }
  const others = [
    dead,
    { _id: 'b', name: '王国强' },
    { _id: 'c', name: '赵文彬', emergencyName: '李淑贞' },
    { _id: 'd', name: '钱永年', residence: '一村1栋' },
    { _id: 'e', name: '孙建华', residence: '一村2栋' },
  ]
  expect(householdOf(dead, others).map(one => `${one.memberId} ${one.why}`)).toEqual([
    'b 花名册里写的家属',
    'c 花名册里写的家属',
    'd 同一个住址',
  ])
  // Two members without an address do not live together.
  expect(householdOf({ _id: 'a', name: '甲' }, [{ _id: 'b', name: '乙' }])).toEqual([])
})

describe('the checklist', () => {
  const list = stepsFrom('2026-11-21', {
    secretary: { memberId: 's', name: '王书记' },
    leader: undefined,
    liaison: { memberId: 'l', name: '李联络' },
  })

  test('names who does what and by when; where an office is vacant, the secretary', () => {
    expect(list).toHaveLength(usualSteps.length)
    expect(list[0]).toEqual({ stepId: 'family', title: '联系家属，问清需要什么', who: '王书记', whoId: 's', by: '2026-11-22' })
    expect(list.map(one => one.who)).toEqual(['王书记', '李联络', '王书记', '李联络', '王书记', '王书记'])
  })

  test('reminds of each step at eight on the morning after its day, once, and again where the day was moved', () => {
    const at = (date: string, time: string) => instantOf(date, time)
    const start = at('2026-11-21', '09:00')
    expect(nextReminder(list, [], start)).toBe(at('2026-11-23', '08:00'))
    expect(toRemind(list, [], '2026-11-22')).toEqual([])
    expect(toRemind(list, [], '2026-11-23').map(reminderOf)).toEqual(['family:2026-11-22'])
    expect(toRemind(list, ['family:2026-11-22'], '2026-11-23')).toEqual([])
    const moved = list.map(step => (step.stepId === 'family' ? { ...step, by: '2026-11-23' } : step))
    expect(toRemind(moved, ['family:2026-11-22'], '2026-11-24').map(one => one.stepId)).toContain('family')
    // A step that is late already is told at once, but not at night.
    expect(nextReminder(list, [], at('2026-11-24', '10:30'))).toBe(at('2026-11-24', '10:30'))
    expect(nextReminder(list, [], at('2026-11-24', '21:00'))).toBe(at('2026-11-25', '08:00'))
    expect(nextReminder(list, list.map(reminderOf), start)).toBeNull()
  })

  test('is ticked with name and time, unticked, and ticking twice is ticking once', () => {
    const tick = { at: 1, name: '王书记', note: '' }
    const once = ticked(list, 'family', tick)
    expect(once?.[0]?.done).toEqual(tick)
    expect(once && ticked(once, 'family', { ...tick, at: 2 })).toBe(once)
    expect(once && ticked(once, 'family', null)).toEqual(list)
    expect(ticked(list, 'no-such-step', tick)).toBeNull()
    expect(once && progressOf(once, '2026-11-25')).toEqual({ done: 1, steps: 6, late: 1 })
  })
})
