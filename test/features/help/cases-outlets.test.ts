import { unzipSync } from 'fflate'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { memberId } from '../support/inputs'

/** What is confided; none of it may leave by any way but the pages of those named. What operations answer is read in `rights.test.ts`. */
const confided = ['芦花荡里的旧账', '芦花荡那头说开了', '芦花荡从此无事']
const tellsOf = (text: string): string[] => confided.filter(words => text.includes(words))

let branch: Branch
let caseId: string

const secretary = () => branch.as('demo-secretary')
beforeAll(async () => {
  branch = await startBranch()
  caseId = good(await secretary().calls('case.open', { memberId, topic: confided[0] ?? '' })).caseId
  good(await secretary().calls('case.invite', { caseId, memberIds: ['m-40', 'm-41'] }))
  good(await branch.as('demo-member-40').calls('case.answer', { caseId, answer: 'yes' }))
  good(await branch.as('demo-member-40').calls('case.note', { caseId, text: confided[1] ?? '' }))
  good(await secretary().calls('case.close', { caseId, outcome: confided[2] ?? '' }))
  expect(tellsOf(JSON.stringify(good(await secretary().calls('case.get', { caseId }))))).toEqual(confided)
})
afterAll(() => branch.close())

test('messages, sent or in the inbox, say that there is something to see, and no more', async () => {
  const rows = (await stored(branch, 'messages', {})).filter(one => one.kind === 'quiet')
  expect(rows.length).toBeGreaterThan(3)
  for (const { title, text, fields } of rows)
    expect({ title, text, fields }).toMatchObject({
      title: '有一件事请您看',
      text: '请点开看。',
      fields: { what: '有一件事请您看', where: '常青365' },
    })
  expect(JSON.stringify(rows)).not.toContain(memberId)
  expect(tellsOf(JSON.stringify(await branch.outbox()))).toEqual([])
})

test('nothing of it stands in the log, in the audit, in what is held about the member, in figures or in the bureau’s export of everything', async () => {
  const { exportId } = good(await branch.as('demo-bureau').calls('upkeep.export', { orgId: 'branch-01' }, 'all'))
  await branch.clock.advance(2 * HOUR, 6 * MINUTE)
  const made = good(await branch.as('demo-bureau').calls('upkeep.exports', { orgId: 'branch-01' })).items.find(
    one => one.exportId === exportId,
  )
  expect(made?.files.length).toBe(1)
  for (const { url } of made?.files ?? []) {
    const books = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
    const sheets = Object.values(books).flatMap(book => Object.values(unzipSync(book)))
    expect(sheets.length).toBeGreaterThan(10)
    expect(tellsOf(sheets.map(one => Buffer.from(one).toString('utf8')).join('\n'))).toEqual([])
  }
  expect(tellsOf(await (await fetch(`${branch.url}/log`)).text())).toEqual([])
  for (const name of ['audit', 'rollups', 'files', 'coverage-gaps', 'meetings', 'limits'] as const) {
    const rows = JSON.stringify(await stored(branch, name, {}))
    expect([name, tellsOf(rows), rows.includes(caseId)]).toEqual([name, [], false])
  }
  // Kept replies are of the callers named alone, for a day.
  expect(tellsOf(JSON.stringify(await stored(branch, 'commands', {})))).toEqual([])
  const { held, looked } = good(await branch.as('demo-member-04').calls('me.data', {}))
  expect(tellsOf(JSON.stringify([held, looked]))).toEqual([])
})
