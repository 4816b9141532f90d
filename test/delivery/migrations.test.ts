import { collections } from '../../cloudfunctions/house'
import { instantOf } from '../../core/shared/calendar'
import { migrations } from '../../migrations'
import { startEnvironment, type TestEnvironment } from './support/environment'

let one: TestEnvironment
beforeAll(async () => {
  one = await startEnvironment()
  for (const name of ['members', 'organizations', 'surveys', 'dues-accounts', 'fund-books']) {
    const known = collections.find(each => each.name === name)
    await one.environment.makeCollection(name)
    await one.environment.makeIndexes(
      name,
      (known?.indexes ?? []).map(index => ({ unique: false, ...index })),
    )
  }
})
afterAll(() => one.close())

const run = async (id: string) => {
  const migration = migrations.find(one => one.id === id)
  if (!migration) throw new Error(`no migration ${id}`)
  return migration.run(one.environment.rows)
}

test('their numbers are in order, each once', () => {
  expect(migrations.map(({ id }) => Number(id.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1))
})

test('0001: members without a key for their name get it, however many they are; the others stay as they are', async () => {
  const { rows } = one.environment
  const before = Array.from({ length: 603 }, (_, n) => ({
    _id: `m-${String(n).padStart(4, '0')}`,
    phones: [],
    version: 1,
    name: n % 2 ? '⻢⼩⺠' : '方文高',
  }))
  for (let from = 0; from < before.length; from += 50) await Promise.all(before.slice(from, from + 50).map(row => rows.add('members', row)))
  await rows.add('members', { _id: 'x', phones: [], version: 1, name: '王秀英', nameKey: 'as it was' })
  expect(await run('0001-name-keys')).toBe(603)
  expect(await rows.find('members', { nameKey: { exists: false } }, 10)).toEqual([])
  expect(await rows.find('members', { _id: 'm-0001' }, 1)).toMatchObject([{ _id: 'm-0001', name: '⻢⼩⺠', nameKey: '马小民' }])
  expect(await rows.find('members', { _id: 'x' }, 1)).toMatchObject([{ nameKey: 'as it was' }])
  expect(await run('0001-name-keys')).toBe(0)
})

test('0002: members of before get what they are found by; whose numbers changed meanwhile are looked at again', async () => {
  const { rows } = one.environment
  await rows.add('members', { _id: 'y', name: '单雄信', phones: ['13812341144'], version: 3 })
  expect(await run('0002-find-keys')).toBeGreaterThan(0)
  const [found] = await rows.find('members', { _id: 'y' }, 1)
  expect(found).toMatchObject({ nameKey: '单雄信', reading: 'shan xiong xin' })
  expect(found?.['findKeys']).toEqual(expect.arrayContaining(['雄信', 'sxx', 'shanxiong', '1144']))
  expect(await run('0002-find-keys')).toBe(0)
})

test('0003: organizations of before get what they are found by', async () => {
  const { rows } = one.environment
  await rows.add('organizations', { _id: 'o', name: '银湖离退休干部党支部', kind: 'branch', parentId: 'p', path: '/p/o/' })
  expect(await run('0003-organization-keys')).toBeGreaterThan(0)
  const [found] = await rows.find('organizations', { _id: 'o' }, 1)
  expect(found?.['findKeys']).toEqual(expect.arrayContaining(['银湖', '离退休', 'yinhu', 'yh', 'dzb']))
  expect(await run('0003-organization-keys')).toBe(0)
})

test('0004: surveys of before go on telling their people where they were; those that told all have nothing left to tell', async () => {
  const { rows } = one.environment
  await rows.add('surveys', { _id: 's-1', title: '测评', createdAt: 5, telling: { what: 'open', after: 'cursor' }, tellDue: 9 })
  await rows.add('surveys', { _id: 's-2', title: '测评', createdAt: 5 })
  expect(await run('0004-survey-acts')).toBe(2)
  const [under, over] = [await rows.find('surveys', { _id: 's-1' }, 1), await rows.find('surveys', { _id: 's-2' }, 1)]
  expect(under).toEqual([{ _id: 's-1', title: '测评', createdAt: 5, acts: [{ what: 'open', after: 'cursor', nth: 0, at: 5 }], actDue: 9 }])
  expect(over).toEqual([{ _id: 's-2', title: '测评', createdAt: 5, acts: [] }])
  expect(await run('0004-survey-acts')).toBe(0)
})

test('0005: dues and books from before have a day on which the timer looks, each person one of their own', async () => {
  const { rows } = one.environment
  const people = ['m-1', 'm-2', 'm-3']
  for (const _id of people) await rows.add('dues-accounts', { _id, bases: [], reliefs: [], paid: [], pending: [], undone: [], version: 1 })
  await rows.add('fund-books', { _id: 'o', name: '银湖支部', path: '/p/o/', closedThrough: '2026-09', version: 2 })
  expect(await run('0005-money-looks')).toBe(4)
  const looks = await rows.find('dues-accounts', { remindAt: { gte: instantOf('2027-01-15') } }, 10)
  expect(looks.map(row => row._id).sort()).toEqual(people)
  expect(await rows.find('fund-books', { lookAt: instantOf('2026-12-10', '09:30') }, 10)).toMatchObject([{ _id: 'o', version: 2 }])
  expect(await run('0005-money-looks')).toBe(0)
})
