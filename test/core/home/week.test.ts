import type { Role } from '../../../core/shared/operation'
import { routes } from '../../../core/shared/routes'
import { viewsOf } from '../../../src/features/home/views'
import { byPerson, type Matter } from '../../../src/features/home/week'

const of = (memberId: string, name: string, urgency: Matter['urgency'], words: string): Matter => ({
  ...{ memberId, name, urgency, words },
  to: routes.carePerson({ memberId }),
})

test('an elder with a visit, a call and a request stands once, what is most urgent first', () => {
  const people = byPerson([
    of('m-1', '刘秀兰', 2, '春节走访'),
    of('m-2', '陈明', 1, '该打电话了'),
    of('m-1', '刘老', 0, '换灯泡'),
    of('m-1', '刘秀兰', 1, '该上门了'),
  ])
  expect(people.map(({ name, matters }) => [name, ...matters.map(({ words }) => words)])).toEqual([
    ['刘秀兰', '换灯泡', '该上门了', '春节走访'],
    ['陈明', '该打电话了'],
  ])
})

const grant = (role: Role) => ({ role })

test('officers open on their work and have their own home beside it; a member has only that', () => {
  expect(viewsOf({ grants: [] })).toEqual(['own'])
  expect(viewsOf({ grants: [grant('liaison')] })).toEqual(['week', 'own'])
  expect(viewsOf({ grants: [grant('leader'), grant('secretary')] })).toEqual(['desk', 'week', 'own'])
  expect(viewsOf({ grants: [grant('street')] })).toEqual(['board', 'own'])
})
