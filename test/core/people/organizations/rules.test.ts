import fc from 'fast-check'
import { organizationKinds } from '../../../../core/shared/organization-kinds'
import { isSeatOf, mayStandUnder, pathUnder } from '../../../../core/people/organizations/rules'
import { mayGive } from '../../../../core/shared/offices'
import { roles } from '../../../../core/shared/operation'

test('the tree goes from committee by street or organ to branch and group, and never back', () => {
  const pairs = organizationKinds.flatMap(kind =>
    organizationKinds.filter(parent => mayStandUnder(kind, parent)).map(parent => `${kind} < ${parent}`),
  )
  expect(pairs.sort()).toEqual([
    'branch < committee',
    'branch < community',
    'branch < organ',
    'branch < street',
    'committee < committee',
    'community < street',
    'group < branch',
    'organ < committee',
    'street < committee',
  ])
})

test('an office is held over what it leads', () => {
  const seats = roles.map(role => `${role}: ${organizationKinds.filter(kind => isSeatOf(role, kind)).join(' ')}`)
  expect(seats).toEqual([
    'secretary: branch',
    'leader: group',
    'liaison: branch group',
    'street: street community',
    'bureau: committee organ',
  ])
})

const rank = { leader: 1, liaison: 1, secretary: 2, street: 3, bureau: 4 } as const
const grant = fc.record({ role: fc.constantFrom(...roles), path: fc.constantFrom('/d/', '/d/s/', '/d/s/b/', '/d/s/b/g/', '/d/s2/') })

test('an officer gives no office above their own, and only the bureau gives its like', () => {
  fc.assert(
    fc.property(
      fc.array(grant, { maxLength: 4 }),
      fc.constantFrom(...roles),
      fc.constantFrom('/d/s/b/', '/d/s2/b/', '/d/'),
      (grants, role, path) => {
        const best = Math.max(0, ...grants.filter(one => path.startsWith(one.path)).map(one => rank[one.role]))
        expect(mayGive(grants, role, path)).toBe(best === 4 || best > Math.max(rank[role], 1))
      },
    ),
  )
})

test('an organization whose id begins like another’s is not below it', () => {
  expect(mayGive([{ role: 'street', path: pathUnder('/d/', 's') }], 'leader', pathUnder('/d/', 's2'))).toBe(false)
})
