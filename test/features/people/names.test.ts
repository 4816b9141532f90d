import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { amend } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  // As they were copied out of a PDF: radicals that only look like the characters.
  await amend(
    branch,
    'members',
    { _id: 'm-20' },
    { name: '⽅⽂⾼', nameKey: '方文高', phones: ['13877430031'], doors: ['13877430031'], bound: false },
  )
  await amend(
    branch,
    'members',
    { _id: 'm-21' },
    { name: '⻢⼩⺠', nameKey: '马小民', phones: ['13877430031'], doors: ['13877430031'], bound: false },
  )
})
afterAll(() => branch.close())
const secretary = () => branch.as('demo-secretary')

test('a name in radicals is found by typing it', async () => {
  const found = await Promise.all(
    ['方文', '马小民', '⾼'].map(async name => good(await secretary().calls('roster.find', { orgId: 'branch-01', name })).items),
  )
  expect(found[0]?.map(one => one.memberId)).toEqual(['m-20'])
  expect(found[1]?.map(one => one.memberId)).toEqual(['m-21'])
  expect(found[2]?.map(one => one.memberId)).toContain('m-20')
})

test('two who share a telephone are told apart by the typed name', async () => {
  const phoneCode = await branch.phoneCode('a-new-phone', '13877430031')
  expect(good(await branch.as('a-new-phone').calls('me.bindByPhone', { phoneCode, name: '马小民' }))).toEqual({ memberId: 'm-21' })
})

test('the typed end of the name of a person who died is the same character, however it is written', async () => {
  good(
    await secretary().calls('aftercare.mark', { memberId: 'm-20', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: '高', bereavedIds: [] }),
  )
  expect(await stored(branch, 'members', { _id: 'm-20' })).toMatchObject([{ state: 'dead' }])
})
