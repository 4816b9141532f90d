import { demoDocuments } from '../../config/demo/documents'
import { isOverdue } from '../../core/people/memberships/letter'
import { dateOf } from '../../core/shared/calendar'
import { MORNING } from './support/branch'

/** Made once: 27,364 people take a while. */
const district = demoDocuments('district', MORNING)

test('the demo district has the size that the product must carry, each thing once', () => {
  const { organizations = [], members = [], ...others } = district
  const count = (kind: string) => organizations.filter(one => one.kind === kind).length
  expect(['street', 'community', 'organ', 'branch'].map(count)).toEqual([15, 101, 50, 985])
  expect([members.length, members.filter(one => one.standing !== 'in-service').length]).toEqual([27_364, 10_193])
  const twice = (texts: readonly string[]) => texts.length - new Set(texts).size
  expect(twice(organizations.map(one => `${one.parentId ?? ''}/${one.name}`))).toBe(0)
  for (const rows of [organizations, members, ...Object.values(others)]) expect(twice(rows.map(one => one._id))).toBe(0)
  const paths = new Set(organizations.map(one => one.path))
  expect(members.filter(one => !paths.has(one.path))).toEqual([])
})

test('in the demo district most branches have a liaison who came, and letters are on their way, some of them late', () => {
  const { 'branch-duties': duties = [], 'branch-visits': visits = [], transfers = [], committees = [] } = district
  const named = duties.filter(one => one.memberId !== undefined)
  expect([duties.length, committees.length]).toEqual([985, 985])
  expect(named.length).toBeGreaterThan(800)
  expect(named.length).toBeLessThan(985)
  const visited = new Set(visits.map(one => one.branchId))
  expect(named.filter(one => !visited.has(one._id))).toEqual([])
  const late = transfers.filter(one => isOverdue(one, dateOf(MORNING)))
  expect(transfers.length).toBeGreaterThan(20)
  expect(late.length).toBeGreaterThan(2)
  expect(late.length).toBeLessThan(transfers.length / 2)
})
