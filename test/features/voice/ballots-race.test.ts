import { randomBytes } from 'node:crypto'
import { blind, CHANCE, finalize } from '../../../src/features/voice/ballots/blind'
import type { Documents } from '../../../cloudfunctions/house'
import { good, put, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { survey } from '../support/inputs'

type Member = Documents['members']

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

const VOTERS = 500
/** Two thousand calls and five hundred signatures. */
const FOR_ALL = 240_000
const AT_A_TIME = 50

/** All of them at once, fifty connections wide. */
const all = async (act: (nth: number) => Promise<void>): Promise<void> => {
  let next = 0
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      while (next < VOTERS) await act(next++)
    }),
  )
}

test(
  'five hundred tickets and ballots at once, each sent again: none lost, none double',
  async () => {
    const [member] = await stored(branch, 'members', { _id: 'm-04' })
    const [account] = await stored(branch, 'accounts', { _id: 'demo-member-04' })
    if (!member || !account) throw new Error('the demo has a fourth member')
    await all(async nth => {
      const id = `voter-${String(nth)}`
      await put(branch, 'members', { ...member, _id: id, name: id, phones: [] } satisfies Member)
      await put(branch, 'accounts', { ...account, _id: id, memberId: id, people: [id], actingFor: [] })
    })
    const closesAt = branch.clock.now() + DAY
    const { surveyId } = good(await branch.as('demo-secretary').calls('survey.publish', { orgId: 'branch-01', ...survey, closesAt }))
    const { publicKey } = good(await branch.as('voter-0').calls('survey.get', { surveyId }))
    await all(async nth => {
      const phone = branch.as(`voter-${String(nth)}`)
      const blinded = blind(publicKey, randomBytes(CHANCE))
      const ask = () => phone.calls('survey.ticket', { surveyId, blinded: blinded.blinded })
      const [first, again] = await Promise.all([ask(), ask()])
      expect(good(again)).toEqual(good(first))
      const signature = finalize(blinded, good(first).signature) ?? ''
      const drop = () => phone.calls('survey.drop', { surveyId, serial: blinded.serial, signature, answer: [(nth % 5) + 1] })
      for (const reply of await Promise.all([drop(), drop()])) good(reply)
    })
    await branch.clock.advance(DAY + 2 * MINUTE)
    const result = good(await branch.as('demo-secretary').calls('survey.result', { surveyId }))
    expect(result).toMatchObject({ answers: VOTERS, tickets: VOTERS, questions: [{ counts: [100, 100, 100, 100, 100], none: 0 }] })
  },
  FOR_ALL,
)
