import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOMS, routeIn, routes } from '../../../core/shared/routes'

const src = join(__dirname, '../../../src')

test('every page has its route, and every route its page', () => {
  const pages = readdirSync(src, { withFileTypes: true, recursive: true })
    .filter(entry => entry.name === 'index.tsx')
    .map(entry => relative(src, join(entry.parentPath, 'index')))
    .filter(path => ROOMS.some(room => path.startsWith(`${room}/`)))
  expect(
    Object.values(routes)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(pages.sort())
})

test('an address names what it is given, whatever letters that has, and leaves out what is empty', () => {
  expect(routes.home()).toBe('pages/home/index')
  expect(routes.elder({ memberId: 'm-1', name: '李 & 王？' })).toBe(
    'care/elder/index?memberId=m-1&name=%E6%9D%8E%20%26%20%E7%8E%8B%EF%BC%9F',
  )
  expect(routes.special({ orgId: undefined, name: '', mine: true })).toBe('care/special/index?mine=1')
  expect(routes.missing({ festival: 'spring-festival', year: 2027 })).toBe('care/missing/index?festival=spring-festival&year=2027')
})

test('a message of an earlier time leads to its page too, and what names no page leads nowhere', () => {
  expect(routeIn('/service/greeting/index?id=m-1')).toBe(routes.greeting({ id: 'm-1' }))
  expect(routeIn(routes.inbox())).toBe(routes.inbox())
  for (const text of ['', '/', 'https://example.com/pages/home/index', 'elsewhere/home/index']) expect(routeIn(text)).toBeUndefined()
})

test('every page is guarded by its own line in the table of its room', () => {
  const guards = Object.entries(routes).map(([name, { path }]) => ({ name, source: readFileSync(join(src, `${path}.tsx`), 'utf8') }))
  expect(guards.filter(({ name, source }) => !source.includes(`export default guarded('${name}', `)).map(({ name }) => name)).toEqual([])
})
