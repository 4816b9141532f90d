import { builtIn } from '../../../core/assessment/templates/built-in'
import { pointsOf, rulesOf } from '../../../core/assessment/templates/standards'
import { good } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { standards } from '../support/inputs'
import { refusal } from '../support/people'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())
const orgId = 'district'
const bureau = () => branch.as('demo-bureau')

test('the templates that come with the product name only what can be measured, and those that judge by points come to a hundred', async () => {
  const { items } = good(await bureau().calls('assessment.sources', {}))
  const known = new Set(items.flatMap(one => one.measures.map(each => `${one.source}.${each.measure}`)))
  for (const template of builtIn) {
    const rules = rulesOf(template)
    expect(
      rules.flatMap(one => (one.evidence ? [`${one.evidence.source}.${one.evidence.measure}`] : [])).filter(one => !known.has(one)),
    ).toEqual([])
    expect(pointsOf(rules)).toBe(100)
    expect(new Set(rules.map(one => one.ruleId)).size).toBe(rules.length)
  }
  expect(builtIn.map(one => [one.standards.length, rulesOf(one).length])).toEqual([
    [6, 27],
    [8, 32],
    [4, 14],
    [2, 10],
    [3, 6],
  ])
})

test('a bureau copies a template, changes it, and rules keep their names from version to version', async () => {
  const from = good(await bureau().calls('assessment.standards', { orgId, templateId: 'six-goods-2022' }))
  const copy = { orgId, name: '本区六好', kind: 'model' as const, standards: from.standards }
  const first = good(await bureau().calls('assessment.template', copy, 'copy-01'))
  expect(good(await bureau().calls('assessment.template', copy, 'copy-01'))).toEqual(first)
  const own = good(await bureau().calls('assessment.standards', { orgId: 'branch-01', templateId: first.templateId }))
  expect(own).toMatchObject({ name: '本区六好', version: 1, rules: 27, points: 100 })
  // The first rule goes, a new one comes: it takes no name that another had.
  const [head, ...rest] = own.standards
  const changed = [{ name: head?.name ?? '', rules: [...(head?.rules.slice(1) ?? []), { text: '新的一条', points: 4 }] }, ...rest]
  const second = { ...copy, templateId: first.templateId, standards: changed }
  expect(good(await bureau().calls('assessment.template', second, 'copy-02')).version).toBe(2)
  expect(good(await bureau().calls('assessment.template', second, 'copy-02')).version).toBe(2)
  const after = good(await bureau().calls('assessment.standards', { orgId, templateId: first.templateId }))
  expect(after.standards[0]?.rules.map(one => one.ruleId)).toEqual(['r2', 'r3', 'r4', 'r28'])
  const listed = good(await branch.as('demo-secretary').calls('assessment.templates', { orgId: 'branch-01' }))
  expect(listed.items.map(one => one.name)).toEqual(['本区六好', ...builtIn.map(one => one.name)])
  expect(listed.may).toEqual([])
  // Who saved which version is the bureau's own.
  expect(Object.keys(listed.items[0] ?? {}).sort()).toEqual(
    ['templateId', 'orgId', 'orgName', 'name', 'kind', 'document', 'from', 'version', 'rules', 'points'].sort(),
  )
  const wrong = [{ name: '标准', rules: [{ text: '没有的数', points: 1, evidence: { source: 'rhythm', measure: 'nothing', atLeast: 1 } }] }]
  expect(refusal(await bureau().calls('assessment.template', { ...copy, standards: wrong }))).toBe('INVALID_INPUT')
  expect(refusal(await branch.as('demo-street').calls('assessment.template', { ...copy, orgId: 'changqing' }))).toBe('FORBIDDEN')
})

test('two offices change one template at once: the second hears of it, reads what the first saved, and saves with that in sight', async () => {
  const rules = (text: string, ruleId?: string) => [{ name: '标准', rules: [{ text, points: 10, ...(ruleId === undefined ? {} : { ruleId }) }] }] // prettier-ignore
  const own = { orgId, name: '一起改的', kind: 'model' as const, standards: rules('原来的') }
  const { templateId } = good(await bureau().calls('assessment.template', own))
  const change = (text: string, version: number, command: string) =>
    bureau().calls('assessment.template', { ...own, templateId, version, standards: rules(text, 'r1') }, command)
  const replies = await Promise.all([change('甲改的', 1, 'one'), change('乙改的', 1, 'two')])
  expect(replies.map(refusal).sort()).toEqual(['CONFLICT', 'done'])
  const won = refusal(replies[0]) === 'done' ? 0 : 1
  // Sent again because its answer was lost, it is no conflict with itself.
  expect(good(await change(['甲改的', '乙改的'][won] ?? '', 1, ['one', 'two'][won] ?? '')).version).toBe(2)
  const stands = good(await bureau().calls('assessment.standards', { orgId, templateId }))
  expect(stands).toMatchObject({ orgId, version: 2, standards: [{ rules: [{ ruleId: 'r1', text: ['甲改的', '乙改的'][won] }] }] })
  expect(stands.saved?.by).toBeTruthy()
  expect(good(await branch.as('demo-secretary').calls('assessment.standards', { orgId: 'branch-01', templateId })).saved).toBeUndefined()
  expect(good(await change('看过再改的', 2, 'three')).version).toBe(3)
})

test('rules are tried on real branches before they are used', async () => {
  const tried = good(await bureau().calls('assessment.try', { orgId, period: '2026', branchIds: ['branch-01', 'branch-02'], standards }))
  expect(tried.branches.map(one => one.branchId).sort()).toEqual(['branch-01', 'branch-02'])
  for (const one of tried.branches) {
    expect(one.total).toBe(15)
    expect(one.rules).toHaveLength(3)
    // What people judge is not judged yet.
    expect(one.rules[2]).toEqual({ value: null, points: null, state: 'unknown' })
  }
  expect(refusal(await bureau().calls('assessment.try', { orgId: 'branch-01', period: '2026', branchIds: ['branch-02'], standards }))).toBe('INVALID_INPUT') // prettier-ignore
})
