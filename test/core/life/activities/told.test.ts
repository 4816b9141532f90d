import fc from 'fast-check'
import { isOwed } from '../../../../core/life/activities/kinds'
import { countTold, type ToldRow } from '../../../../core/life/activities/told'

const everyone = new Set(['a', 'b', 'c', 'd'])
test.each<[string, Omit<ToldRow, 'memberId'>, ReadonlySet<string>, Partial<ReturnType<typeof countTold>>]>([
  ['went out', { push: 'sent' }, everyone, { sent: 1 }],
  ['went out to a phone that was unbound since', { push: 'sent' }, new Set(), { sent: 1 }],
  ['waits for the morning', { push: 'later', pushFrom: 8 }, everyone, { waits: 1, waitsUntil: 8 }],
  ['is on its way', { push: 'due' }, everyone, { waits: 1 }],
  ['was refused: no consent', { push: 'refused' }, everyone, { inbox: 1 }],
  ['was meant for the inbox', { push: 'none' }, everyone, { inbox: 1 }],
  ['WeChat did not take', { push: 'failed' }, everyone, { inbox: 1 }],
  ['has no phone to go to', { push: 'none' }, new Set(), { call: ['a'] }],
  ['would wait for a phone that is not there', { push: 'later', pushFrom: 8 }, new Set(), { call: ['a'] }],
])('a message that %s', (_, row, reachable, expected) => {
  expect(countTold([{ memberId: 'a', ...row }], reachable)).toEqual({ people: 1, sent: 0, waits: 0, inbox: 0, call: [], ...expected })
})

test('each person is counted once', () => {
  const row = fc.record({
    memberId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    push: fc.constantFrom('due', 'later', 'sent', 'refused', 'none', 'failed'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: one => one.memberId }), fc.subarray(['a', 'b', 'c', 'd', 'e']), (rows, bound) => {
      const { people, sent, waits, inbox, call } = countTold(rows, new Set(bound))
      expect(sent + waits + inbox + call.length).toBe(people)
      expect(people).toBe(rows.length)
    }),
  )
})

test.each([
  ['a Party day', { kind: 'party-day' }, true],
  ['a general meeting', { kind: 'general-meeting', capacity: null }, true],
  ['a lecture with places for forty', { kind: 'lecture', capacity: 40 }, false],
  ['an outing', { kind: 'outing' }, false],
] as const)('attendance at %s', (_, activity, owed) => {
  expect(isOwed(activity)).toBe(owed)
})
