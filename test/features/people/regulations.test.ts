import { good } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const years = async (openid: string, orgId: string) => {
  const { items } = good(await branch.as(openid).calls('regulation.list', { orgId }))
  return items.find(one => one.key === 'committee.term-years')?.rows ?? []
}
const held = async (openid = 'demo-secretary', orgId = 'branch-01') =>
  (await years(openid, orgId)).filter(row => row.holds).map(row => [row.branchKind ?? 'all', row.value, row.orgName ?? row.document])
const set = (value: number, from = '2026-01-01') =>
  ({ orgId: 'district', key: 'committee.term-years', value, from, document: '区委组织部通知' }) as const

test('a secretary reads each number with its document', async () => {
  expect(await held()).toEqual([
    ['all', 3, '关于党的基层组织任期的意见'],
    ['community', 5, '关于党的基层组织任期的意见'],
  ])
})

test('a bureau sets its own for all below it, twice the same once, and takes it back', async () => {
  for (const _ of [1, 2]) good(await branch.as('demo-bureau').calls('regulation.set', set(4)))
  expect(await held()).toEqual([
    ['community', 5, '关于党的基层组织任期的意见'],
    ['all', 4, '区委离退休干部工作委员会'],
  ])
  good(await branch.as('demo-bureau').calls('regulation.withdraw', { orgId: 'district', key: 'committee.term-years', from: '2026-01-01' }))
  expect((await held())[0]).toEqual(['all', 3, '关于党的基层组织任期的意见'])
})

test('what is to hold from a later day is there to be read, and does not hold yet', async () => {
  good(await branch.as('demo-bureau').calls('regulation.set', set(4, '2099-01-01')))
  expect((await years('demo-street', 'changqing')).at(-1)).toMatchObject({ value: 4, holds: false })
})

test('a switch is yes or no, a number at least one, and only the bureau sets them', async () => {
  expect(refusal(await branch.as('demo-bureau').calls('regulation.set', set(0)))).toBe('INVALID_INPUT')
  expect(refusal(await branch.as('demo-bureau').calls('regulation.set', { ...set(2), key: 'branch.elects' }))).toBe('INVALID_INPUT')
  expect(refusal(await branch.as('demo-street').calls('regulation.set', { ...set(4), orgId: 'changqing' }))).toBe('FORBIDDEN')
})
