import { demoRoster } from '../../../config/demo/roster'
import { demoLiaisons } from '../../../config/demo/liaisons'
import { memoryStore } from '../../../config/demo/memory-store'
import { Members, type Organization } from '../../../cloudfunctions/features/people/documents'
import { BranchVisits } from '../../../cloudfunctions/features/people/liaisons/documents'
import { coverOrg } from '../../../cloudfunctions/features/people/coverage/cover'
import { settleDuty } from '../../../cloudfunctions/features/people/liaisons/duty'
import { remindOfDuties } from '../../../cloudfunctions/features/people/liaisons/jobs'
import { leaveBranches } from '../../../cloudfunctions/features/people/liaisons/departures'
import { instantOf } from '../../../core/shared/calendar'
import { MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

/** The demo's organizations and people, their duties worked out at the beginning. */
const world = async () => {
  const { organizations, members, secretary } = demoRoster(MORNING)
  const { store, rows } = memoryStore({ organizations, members, ...demoLiaisons({ organizations, members, secretary }, MORNING) })
  const orgOf = (id: string): Organization => {
    const found = rows('organizations').find(one => one._id === id)
    if (!found) throw new Error(`there is no ${id}`)
    return found
  }
  const at = (date: string, time = '09:30') => memoryPorts(store, instantOf(date, time))
  for (const { _id } of organizations.filter(one => one.kind === 'branch')) await settleDuty(at('2026-11-21'), orgOf(_id))
  const duty = (id = 'branch-01') => rows('branch-duties').find(one => one._id === id)
  const told = (memberId: string, words: string) =>
    rows('messages').filter(one => one.memberId === memberId && one.title.includes(words)).length
  const visit = (on: string) =>
    store.table(BranchVisits).add({
      ...{ _id: `branch-01:${on}`, branchId: 'branch-01', on, at: instantOf(on), note: '', photoFileIds: [], earlier: [] },
      ...{ by: { openid: '', memberId: 's-01', name: '' }, recordedAt: instantOf(on) },
    })
  return { store, rows, orgOf, at, duty, told, visit }
}

describe('what a branch owes', () => {
  test('climbs while nothing is done: the liaison before and after the last day, a week later the street, then the bureau, each once', async () => {
    const { at, told, duty } = await world()
    const run = async (date: string) => {
      await remindOfDuties(at(date))
      await remindOfDuties(at(date, '10:30'))
      const unvisited = '常青花园离退休干部党支部没有走访'
      return [told('s-01', '请记得去常青花园'), told('s-01', '该去常青花园'), told('s-01', unvisited), told('s-02', unvisited)]
    }
    expect(duty()).toMatchObject({ visit: { period: '2026-Q4', dueOn: '2027-01-10' }, report: { period: '2026-Q4', dueOn: '2027-01-15' } })
    expect(await run('2026-12-20')).toEqual([0, 0, 0, 0])
    expect(await run('2026-12-27')).toEqual([1, 0, 0, 0])
    expect(await run('2027-01-10')).toEqual([1, 0, 0, 0])
    expect(await run('2027-01-11')).toEqual([1, 1, 0, 0])
    expect(await run('2027-01-18')).toEqual([1, 1, 1, 0])
    expect(await run('2027-01-25')).toEqual([1, 1, 1, 1])
    expect(await run('2027-03-01')).toEqual([1, 1, 1, 1])
    // The report has climbed by its own days: first the secretary.
    expect([told('v-10', '工作报告该交了'), told('s-01', '没有交工作报告'), told('s-02', '没有交工作报告')].every(count => count > 0)).toBe(
      true,
    )
  })

  test('is silent once it is done, and a visit within the grace counts for the quarter that is over', async () => {
    const { at, told, duty, visit, orgOf } = await world()
    await visit('2027-01-08')
    await settleDuty(at('2027-01-08'), orgOf('branch-01'))
    expect(duty()).toMatchObject({ visit: { period: '2027-Q1', dueOn: '2027-04-10' } })
    await remindOfDuties(at('2027-01-20'))
    expect(told('s-01', '常青花园')).toBe(0)
  })

  test('begins for a new liaison with four weeks, and a branch whose liaison dies has none', async () => {
    const { at, duty, orgOf, rows } = await world()
    await settleDuty(at('2026-12-28'), orgOf('branch-01'), row => ({ ...row, memberId: 'v-03', takenOn: '2026-12-28' }))
    expect(duty()).toMatchObject({ memberId: 'v-03', visit: { period: '2026-Q4', dueOn: '2027-01-25' } })
    await leaveBranches(at('2026-12-29'), { memberId: 'v-03', why: 'died', by: { openid: '', memberId: null, name: '' } })
    expect(duty()).not.toHaveProperty('memberId')
    expect(duty()?.former).toMatchObject([{ memberId: 'v-03', until: '2026-12-29' }])
    await coverOrg(at('2026-12-29'), orgOf('branch-01'))
    expect(rows('coverage-gaps').filter(one => one.kind === 'liaison')).toMatchObject([{ of: 'branch-01' }])
  })

  test('ends with the branch', async () => {
    const { at, duty, orgOf, told } = await world()
    await settleDuty(at('2027-01-20'), { ...orgOf('branch-01'), closedAt: MORNING })
    expect(duty()).toMatchObject({ scopes: [], visit: null, report: null })
    await remindOfDuties(at('2027-02-20'))
    expect(told('s-01', '常青花园')).toBe(0)
  })
})

describe('what is lacking', () => {
  test('is known of a branch that was never active, of people at no branch, and only while it is so', async () => {
    const { at, orgOf, rows, store } = await world()
    const gaps = (kind: string) =>
      rows('coverage-gaps')
        .filter(one => one.kind === kind)
        .map(one => one.of)
    await coverOrg(at('2026-11-21'), orgOf('branch-01'))
    await coverOrg(at('2026-11-21'), orgOf('changqing'))
    expect([gaps('no-activity'), gaps('no-home'), gaps('unpaired').length]).toEqual([['branch-01'], [], 77])
    const [first] = rows('members')
    if (!first) throw new Error('the demo has members')
    await store.table(Members).put({ ...first, branchId: 'changqing', path: '/district/changqing/' })
    await coverOrg(at('2026-11-22'), orgOf('changqing'))
    await coverOrg(at('2026-11-22'), orgOf('branch-01'))
    expect([gaps('no-home'), gaps('unpaired').includes(first._id)]).toEqual([[first._id], false])
    expect(rows('coverage').find(one => one._id === 'branch-01')).toMatchObject({ of: { branches: 1, members: 86 } })
    await store.table(Members).put({ ...first, state: 'dead' })
    await coverOrg(at('2026-11-23'), orgOf('changqing'))
    expect(gaps('no-home')).toEqual([])
  })
})
