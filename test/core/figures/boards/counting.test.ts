import { topicsBeingCounted, type Outstanding } from '../../../../core/figures/boards/counting'

const one = (topic: string, never: boolean, period = '2026-11'): Outstanding => ({ topic, period, never })
test.each<[string, readonly Outstanding[], boolean, boolean]>([
  ['nothing is outstanding', [], false, false],
  ['a branch that changed waits for the next run', [one('members', false)], false, false],
  ['a branch was never counted', [one('members', true)], false, true],
  ['a branch was never counted in another topic', [one('visits', true)], false, false],
  ['a branch was never counted in another month', [one('members', true, '2026-12')], false, false],
  ['more waits than the next run counts', [one('members', false)], true, true],
  ['more of another topic waits than the next run counts', [one('visits', false)], true, false],
])('the figure of members is hidden while it would not agree: %s', (_, outstanding, far, hidden) => {
  expect(topicsBeingCounted(outstanding, far)('members', '2026-11')).toBe(hidden)
})
