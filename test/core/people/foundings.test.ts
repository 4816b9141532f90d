import { isLate, judgeFounding, replyBy } from '../../../core/people/foundings/rules'
import type { BranchKind } from '../../../core/people/organizations/branch-kinds'

const numbers = { least: 3, mostUnits: 5 }
const units = (count: number) => Array.from({ length: count }, (_, nth) => `第${String(nth)}小学`)

test.each<[string, BranchKind, number, string[], unknown]>([
  ['as many as the rule asks for', 'established', 3, [], null],
  ['one fewer', 'established', 2, [], { refused: 'FOUNDING_TOO_FEW', data: { least: 3, members: 2 } }],
  ['a joint branch of two units', 'joint', 3, units(2), null],
  ['of as many units as the rule allows', 'joint', 9, units(5), null],
  ['of one more', 'joint', 9, units(6), { refused: 'BRANCH_UNITS', data: { least: 2, most: 5 } }],
  ['of one unit', 'joint', 9, units(1), { refused: 'BRANCH_UNITS', data: { least: 2, most: 5 } }],
  ['of none', 'joint', 9, [], { refused: 'BRANCH_UNITS', data: { least: 2, most: 5 } }],
  ['of one unit named twice', 'joint', 9, ['一小', '一小'], { refused: 'BRANCH_UNITS', data: { least: 2, most: 5 } }],
  ['a joint branch of too few in all', 'joint', 2, units(2), { refused: 'FOUNDING_TOO_FEW', data: { least: 3, members: 2 } }],
  ['units of a branch that is not a joint one', 'society', 9, units(2), 'misplaced'],
])('a branch that is applied for: %s', (_, branchKind, members, named, verdict) => {
  expect(judgeFounding({ branchKind, members, units: named }, numbers)).toEqual(verdict)
})

test.each([
  ['2026-11-20', 1, '2026-12-20'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2026-11-20', 2, '2027-01-20'],
])('the reply to an application of %s is due within %d months, on %s', (on, months, dueOn) => {
  expect(replyBy(on, months)).toBe(dueOn)
  expect(isLate({ state: 'open', dueOn }, dueOn)).toBe(false)
  expect(isLate({ state: 'open', dueOn }, '2027-03-01')).toBe(true)
  expect(isLate({ state: 'agreed', dueOn }, '2027-03-01')).toBe(false)
})
