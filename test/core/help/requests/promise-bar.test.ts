import { chaserOf, isChased } from '../../../../core/help/requests/chasing'
import { accept, done, progress } from '../../../../core/help/requests/helper-steps'
import { isReached, promiseBar, promiseSteps } from '../../../../core/help/requests/promise-bar'
import { riskOf } from '../../../../core/help/requests/promise'
import { cancel, confirm } from '../../../../core/help/requests/rules'
import type { Case } from '../../../../core/help/requests/case'
import { doing, helper, next, NOON, raised } from './support'

const taken = next(accept(raised(), helper('liaison', 'liaison'), undefined, doing('liaison')))
const coming = next(progress(taken, 'liaison', { state: 'on-the-way' }, doing('liaison')))
const solved = next(done(coming, 'liaison', {}, doing('liaison')))
const late = raised().promiseAt

test.each<[string, Case, number, string[], boolean]>([
  ['told', raised(), NOON, ['told'], false],
  ['taken', taken, NOON, ['told', 'taken'], false],
  ['on the way', coming, NOON, ['told', 'taken', 'on-the-way'], false],
  ['done in time, looked at later', solved, late + 1, [...promiseSteps], false],
  ['done without setting out first', next(done(taken, 'liaison', {}, doing('liaison'))), NOON, [...promiseSteps], false],
  ['confirmed', next(confirm(solved, { satisfied: true }, null, doing('elder'))), NOON, [...promiseSteps], false],
  ['not taken in its hour', raised(), late, ['told'], true],
  ['on the way when its hour passes', coming, late, ['told', 'taken', 'on-the-way'], true],
  ['done a moment too late', next(done(coming, 'liaison', {}, doing('liaison', late + 1))), late + 1, [...promiseSteps], true],
])('the bar of a promise: %s', (_, request, now, steps, isLate) => {
  const bar = promiseBar({ state: request.state, risk: riskOf(request, now) })
  expect(bar && promiseSteps.filter(step => isReached(bar, step))).toEqual(steps)
  expect(bar?.late).toBe(isLate)
})

test('a request that was taken back promises nothing; where no one could be told, not even the first step is behind it', () => {
  expect(promiseBar({ state: next(cancel(raised(), undefined, doing('elder'))).state, risk: 'fine' })).toBeNull()
  expect(promiseBar({ state: 'waiting', risk: 'fine', unheard: true })).toEqual({ reached: null, late: false })
})

test('a broken promise is chased by the first officer who is not the elder and does not have it in hand', () => {
  const officers = [helper('elder', 'secretary'), helper('liaison', 'secretary'), helper('street', 'street')]
  expect([isChased(taken, late - 1), isChased(taken, late), isChased(solved, late)]).toEqual([false, true, false])
  expect(chaserOf(raised(), officers)?.memberId).toBe('liaison')
  expect(chaserOf(taken, officers)?.memberId).toBe('street')
  expect(chaserOf(taken, officers.slice(0, 2))?.memberId).toBe('liaison')
  expect(chaserOf(taken, [])).toBeUndefined()
})
