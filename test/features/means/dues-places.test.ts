import { placesOf } from '../../../cloudfunctions/features/means/dues/jobs'
import type { Organization } from '../../../cloudfunctions/features/people/public'
import { memoryStore } from '../../../config/demo/memory-store'

const NOW = 1_795_222_800_000

const branchOf = (n: number): Organization => ({
  ...{ _id: `branch-${String(n)}`, name: `第${String(n)}支部`, kind: 'branch', branchKind: 'society', parentId: `street-${String(n)}` },
  ...{ path: `/district/street-${String(n)}/branch-${String(n)}/`, rosterVersion: 0, history: [] },
})

/** What the reminding of people in so many branches asks about them. */
const askedAbout = async (branches: number) => {
  const organizations = Array.from({ length: branches }, (_, n) => branchOf(n))
  const asked: string[] = []
  const { store } = memoryStore({ organizations }, operation => void asked.push(operation))
  const ids = organizations.map(one => one._id)
  const places = await placesOf({ store, now: NOW }, [...ids, ...ids])
  expect([...places.keys()]).toEqual(ids)
  return asked
}

test('people of many branches are reminded of their dues with as few requests as people of one', async () => {
  const one = await askedAbout(1)
  expect(one).toHaveLength(2)
  expect(await askedAbout(40)).toEqual(one)
})
