import { demoDocuments } from '../../config/demo/documents'
import { MORNING } from './support/branch'

test('the demo district has the size that the product must carry, each thing once', () => {
  const { organizations = [], members = [], ...others } = demoDocuments('district', MORNING)
  const count = (kind: string) => organizations.filter(one => one.kind === kind).length
  expect(['street', 'community', 'organ', 'branch'].map(count)).toEqual([15, 101, 50, 985])
  expect([members.length, members.filter(one => one.standing !== 'in-service').length]).toEqual([27_364, 10_193])
  const twice = (texts: readonly string[]) => texts.length - new Set(texts).size
  expect(twice(organizations.map(one => `${one.parentId ?? ''}/${one.name}`))).toBe(0)
  for (const rows of [organizations, members, ...Object.values(others)]) expect(twice(rows.map(one => one._id))).toBe(0)
  const paths = new Set(organizations.map(one => one.path))
  expect(members.filter(one => !paths.has(one.path))).toEqual([])
})
