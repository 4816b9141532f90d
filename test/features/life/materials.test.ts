import { readSheet } from 'read-excel-file/node'
import { good } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { people, refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const branchId = 'branch-01'
const on = '2026-11-20'
const secretary = () => branch.as('demo-secretary')
const give = async (count: number, memberIds: string[] = []) =>
  good(await secretary().calls('material.give', { branchId, title: '学习读本', count, memberIds, on })).materialId
const get = async (materialId: string, openid = 'demo-secretary') => good(await branch.as(openid).calls('material.get', { materialId }))

describe('a material', () => {
  test('is handed out until none is left; what comes back is left again', async () => {
    const materialId = await give(3, ['m-01', 'm-02'])
    const hand = (memberIds: string[]) => secretary().calls('material.hand', { materialId, memberIds, on })
    expect(good(await hand(['m-02', 'm-03'])).remaining).toBe(0)
    expect(await hand(['m-04'])).toMatchObject({ code: 'MATERIAL_SHORT', data: { left: 0 } })
    expect(good(await secretary().calls('material.takeBack', { materialId, memberId: 'm-01' })).remaining).toBe(1)
    expect(good(await hand(['m-04'])).remaining).toBe(0)
    expect(await get(materialId)).toMatchObject({ received: 3, given: 3, remaining: 0, people: 3, ticked: 0 })
    expect(refusal(await secretary().calls('material.give', { branchId, title: '少', count: 1, memberIds: ['m-01', 'm-02'], on }))).toBe(
      'MATERIAL_SHORT',
    )
  })

  test('of which ten are left goes to ten of fifty at once', async () => {
    const materialId = await give(10)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => secretary().calls('material.hand', { materialId, memberIds: [`m-${two(nth + 1)}`], on })),
    )
    expect(replies.filter(one => one.ok)).toHaveLength(10)
    expect(await get(materialId)).toMatchObject({ given: 10, remaining: 0, people: 10 })
  })

  test('is ticked by the visitor who brought it, while others are handed theirs', async () => {
    const materialId = await give(60, ['m-04'])
    const visitor = branch.as(people.liaison.openid)
    expect(good(await visitor.calls('material.of', { memberId: 'm-04' })).items).toMatchObject([{ materialId, count: 1 }])
    await Promise.all([
      visitor.calls('material.tick', { memberId: 'm-04', materialId, got: true }),
      ...Array.from({ length: 8 }, (_, nth) => secretary().calls('material.hand', { materialId, memberIds: [`m-1${String(nth)}`], on })),
    ])
    const { handed, ticked, people: many } = await get(materialId)
    expect([ticked, many]).toEqual([1, 9])
    expect(handed.find(one => one.memberId === 'm-04')).toMatchObject({ gotBy: '方雅琴' })
    expect(refusal(await branch.as('demo-other-secretary').calls('material.tick', { memberId: 'm-04', materialId, got: false }))).toBe(
      'FORBIDDEN',
    )
    expect(refusal(await secretary().calls('material.tick', { memberId: 'm-60', materialId, got: true }))).toBe('NOT_FOUND')
  })

  test('comes from the street to its branches, each with a stock of its own that balances', async () => {
    const street = branch.as('demo-street')
    const send = (command: string) =>
      street.calls(
        'material.send',
        { orgId: 'changqing', title: '条例', count: 30, branches: [{ orgId: branchId, count: 20 }], on },
        command,
      )
    const { materialId, remaining } = good(await send('send-1'))
    expect(good(await send('send-1'))).toEqual({ materialId, remaining })
    expect(remaining).toBe(10)
    const [here] = good(await secretary().calls('material.list', { branchId })).items
    expect(here).toMatchObject({ title: '条例', received: 20, given: 0, remaining: 20, onTheWay: true })
    good(await secretary().calls('material.arrived', { materialId: here?.materialId ?? '' }))
    expect((await get(materialId, 'demo-street')).sent).toMatchObject([{ orgId: branchId, count: 20, arrivedOn: '2026-11-21' }])
    const more = { orgId: 'changqing', materialId, title: '条例', count: 30, on }
    expect(await street.calls('material.send', { ...more, branches: [{ orgId: 'branch-02', count: 11 }] })).toMatchObject({
      code: 'MATERIAL_SHORT',
      data: { left: 10 },
    })
    expect(good(await street.calls('material.send', { ...more, branches: [{ orgId: 'branch-02', count: 10 }] })).remaining).toBe(0)
    const { url } = good(await street.calls('material.export', { branchId: 'changqing' }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(rows[1]?.slice(3)).toEqual(['30', '30', '0'])
  })
})
