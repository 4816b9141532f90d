import type { Member } from '../../cloudfunctions/features/people/documents'
import { belongs, holds, mayCall, mayTakePart, mayTouch } from '../../cloudfunctions/kernel/access'
import type { Role } from '../../core/shared/operation'

const member = (path: string, grants: { role: Role; path: string }[] = [], affiliated: string[] = []): Member => ({
  _id: path,
  name: '某人',
  branchId: 'b',
  groupId: null,
  path,
  affiliates: affiliated.map(one => ({ branchId: one, path: one })),
  grants: grants.map(grant => ({ ...grant, orgId: grant.path })),
  state: 'active',
  version: 1,
  bound: true,
  phones: [],
  emergencyPhones: [],
  care: [],
  skills: [],
})

const elder = member('/s/b1/g1/')
const secretary = member('/s/b1/', [{ role: 'secretary', path: '/s/b1/' }])
const branch = { path: '/s/b1/' }

test('an office covers what stands below it, not what only begins with the same letters, and not what is above', () => {
  const covered = ['/s/b1/', '/s/b1/g1/', '/s/b10/', '/s/', '/'].filter(path => holds([secretary], ['secretary'], path))
  expect(covered).toEqual(['/s/b1/', '/s/b1/g1/'])
  expect(holds([secretary], ['street', 'bureau'], '/s/b1/')).toBe(false)
})

test('a member belongs to their group, their branch, and wherever they are affiliated', () => {
  const guest = member('/s/b2/g1/', [], ['/s/b1/'])
  expect(['/s/b2/g1/', '/s/b2/', '/s/b1/', '/s/b3/', '/s/b2/g2/'].filter(path => belongs(guest, { path }))).toEqual([
    '/s/b2/g1/',
    '/s/b2/',
    '/s/b1/',
  ])
})

test('an open activity takes any member, a branch’s own only its people', () => {
  const stranger = member('/s/b9/')
  expect(mayTakePart(stranger, { ...branch, audience: 'open' })).toBe(true)
  expect(mayTakePart(stranger, { ...branch, audience: 'branch' })).toBe(false)
  expect(mayTakePart(null, { ...branch, audience: 'open' })).toBe(false)
})

test('what asks for a role is heard only from its holders; what is for members also from those who help one', () => {
  expect(mayCall(['secretary'], secretary, [secretary])).toBe('yes')
  expect(mayCall(['secretary'], elder, [elder])).toBe('FORBIDDEN')
  // A helper of a secretary is not the secretary.
  expect(mayCall(['secretary'], null, [secretary])).toBe('FORBIDDEN')
  expect(mayCall('member', null, [elder])).toBe('yes')
  expect(mayCall('member', null, [])).toBe('UNAUTHENTICATED')
  expect(mayCall('anyone', null, [])).toBe('yes')
})

test('an officer of a branch has the duty for those affiliated with it, and looks at its activities without being invited', () => {
  const affiliated = { path: '/s/b2/g1/', affiliates: [{ path: '/s/b1/' }] }
  expect(mayTouch(['secretary'], secretary, secretary, affiliated)).toBe(true)
  expect(mayTouch(['secretary'], secretary, secretary, { path: '/s/b2/g1/' })).toBe(false)
  const street = member('/o/', [{ role: 'street', path: '/s/' }])
  expect(mayTouch('member', street, street, { ...branch, audience: 'branch' })).toBe(true)
  expect(mayTouch('member', elder, elder, { path: '/s/b2/', audience: 'branch' })).toBe(false)
})

test('those who hold something take part in it, wherever they belong', () => {
  const host = member('/s/b2/')
  expect(mayTakePart(host, branch)).toBe(false)
  expect(mayTakePart(host, { ...branch, hostIds: [host._id] })).toBe(true)
  expect(mayTakePart(null, { ...branch, hostIds: [host._id] })).toBe(false)
})
