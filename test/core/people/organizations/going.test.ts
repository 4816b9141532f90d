import fc from 'fast-check'
import { affiliatesAfter, grantsAfter, placeAfter, placesThatGo, type Going } from '../../../../core/people/organizations/going'
import { pathUnder } from '../../../../core/people/organizations/rules'

interface Branch {
  id: string
  groups: string[]
  closed: boolean
}
interface Person {
  branchId: string
  groupId: string | null
  path: string
}

const STREET = '/d/s/'
const pathOf = (id: string) => pathUnder(STREET, id)
const going = (from: Branch, into: string, groupIds: readonly string[], whole: boolean): Going => ({
  ...{ from: from.id, into, intoPath: pathOf(into) },
  paths: placesThatGo(pathOf(from.id), pathOf(into), groupIds, whole),
})

const step = fc.record({ act: fc.constantFrom('merge', 'split', 'create', 'close'), one: fc.nat(7), other: fc.nat(7), group: fc.nat(3) })

test('head-counts add up after any sequence of mergers, splits, foundings and closings, and every person stands below their branch', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      let branches: Branch[] = [0, 1, 2].map(n => ({ id: `b${String(n)}`, groups: [`b${String(n)}g0`, `b${String(n)}g1`], closed: false }))
      let people: Person[] = branches.flatMap(({ id, groups }) =>
        [null, ...groups].map(groupId => ({ branchId: id, groupId, path: groupId === null ? pathOf(id) : pathUnder(pathOf(id), groupId) })),
      )
      const all = people.length
      for (const [nth, { act, one, other, group }] of steps.entries()) {
        const open = branches.filter(branch => !branch.closed)
        const [from, into] = [open[one % open.length], open[other % open.length]]
        if (!from || !into) continue
        if (act === 'create') branches = [...branches, { id: `n${String(nth)}`, groups: [], closed: false }]
        if (act === 'close' && !people.some(person => person.branchId === from.id) && open.length > 1)
          branches = branches.map(branch => (branch === from ? { ...branch, closed: true } : branch))
        if (act === 'merge' && from !== into) {
          const over = going(from, into.id, from.groups, true)
          people = people.map(person => (person.branchId === from.id ? placeAfter(person, over) : person))
          branches = branches.map(branch =>
            branch === from
              ? { ...branch, groups: [], closed: true }
              : branch === into
                ? { ...branch, groups: [...branch.groups, ...from.groups] }
                : branch,
          )
        }
        const goes = from.groups[group % Math.max(1, from.groups.length)]
        if (act === 'split' && goes !== undefined) {
          const id = `n${String(nth)}`
          const over = going(from, id, [goes], false)
          people = people.map(person => (person.groupId === goes ? placeAfter(person, over) : person))
          branches = [
            ...branches.map(branch => (branch === from ? { ...branch, groups: branch.groups.filter(one => one !== goes) } : branch)),
            { id, groups: [goes], closed: false },
          ]
        }
      }
      const counted = branches.filter(branch => !branch.closed).map(({ id }) => people.filter(person => person.branchId === id).length)
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all)
      for (const { branchId, groupId, path } of people) {
        expect(path).toBe(groupId === null ? pathOf(branchId) : pathUnder(pathOf(branchId), groupId))
        expect(groupId === null || branches.find(({ id }) => id === branchId)?.groups.includes(groupId)).toBe(true)
      }
    }),
  )
})

test('offices go over once each, those over other places stay, and no one is an affiliate of their own branch', () => {
  const over = going({ id: 'a', groups: ['g'], closed: false }, 'b', ['g'], true)
  const held = (role: 'secretary' | 'leader', orgId: string, path: string) => ({ role, orgId, path })
  expect(
    grantsAfter([held('secretary', 'a', pathOf('a')), held('secretary', 'b', pathOf('b')), held('leader', 'g', '/d/s/a/g/')], over),
  ).toEqual([held('secretary', 'b', pathOf('b')), held('leader', 'g', '/d/s/b/g/')])
  expect(grantsAfter([held('secretary', 'c', pathOf('c'))], over)).toEqual([held('secretary', 'c', pathOf('c'))])
  const at = (branchId: string) => ({ branchId, path: pathOf(branchId) })
  expect(affiliatesAfter([at('a'), at('c')], 'b', over)).toEqual([at('c')])
  expect(affiliatesAfter([at('a'), at('b')], 'c', over)).toEqual([at('b')])
})
