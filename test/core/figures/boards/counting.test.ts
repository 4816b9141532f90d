import { BACKLOG, topicsBeingCounted, type Outstanding } from '../../../../core/figures/boards/counting'

const one = (topic: string, never: boolean, period = '2026-11'): Outstanding => ({ topic, period, never })
test.each<[string, readonly Outstanding[], boolean]>([
  ['nothing is outstanding', [], false],
  ['one branch changed a moment ago', [one('members', false)], false],
  ['a branch was never counted', [one('members', true)], true],
  ['a branch was never counted in another topic', [one('visits', true)], false],
  ['a branch was never counted in another month', [one('members', true, '2026-12')], false],
  ['more waits than one run counts', Array.from({ length: BACKLOG }, () => one('members', false)), true],
])('the figure of members is hidden while it would not agree: %s', (_, outstanding, hidden) => {
  expect(topicsBeingCounted(outstanding, outstanding.length)('members', '2026-11')).toBe(hidden)
})
