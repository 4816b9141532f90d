import { judgeResolution, resolved, type Resolution } from '../../../../core/service/posts/resolve'
import { credited, creditedOnce, signedIn, type ServiceRow } from '../../../../core/service/posts/service-row'

const MINUTE = 60_000
const START = 1_800_000_000_000
const at = (minutes: number) => START + minutes * MINUTE
const shift = { startsAt: START, endsAt: at(60) }

test.each([
  ['in, before the door opens', { state: 'in' }, -61, true, 'SIGNIN_NOT_OPEN'],
  ['in, half an hour before', { state: 'in' }, -30, true, 'right'],
  ['in, after the end', { state: 'in' }, 61, true, 'SIGNIN_NOT_OPEN'],
  ['in since the future', { state: 'in', from: at(20) }, 10, true, 'from'],
  ['in since yesterday', { state: 'in', from: at(-1440) }, 10, true, 'from'],
  ['served, before it began', { state: 'served' }, -10, true, 'state'],
  ['served', { state: 'served' }, 90, true, 'right'],
  ['served until later than now', { state: 'served', to: at(40) }, 30, true, 'to'],
  ['served until before the start', { state: 'served', to: at(0) }, 30, true, 'to'],
  ['served backwards', { state: 'served', from: at(30), to: at(20) }, 90, true, 'to'],
  ['served from the end on', { state: 'served', from: at(60) }, 90, true, 'from'],
  ['absent', { state: 'no-show' }, 90, true, 'right'],
  ['absent, who owed nothing', { state: 'no-show' }, 90, false, 'state'],
  ['absent, before it began', { state: 'no-show' }, -1, true, 'state'],
  ['nothing', { state: 'none' }, 10, false, 'right'],
] as const)('told: %s → %5$s', (_, told, minutes, owes, expected) => {
  const verdict = judgeResolution({ ...told }, shift, owes, at(minutes))
  const said = verdict === 'right' ? 'right' : verdict.refused === 'INVALID_INPUT' ? verdict.data.paths[0] : verdict.refused
  expect(said).toBe(expected)
})

const tell = (row: ServiceRow<string> | null, told: Partial<Resolution<string>>, now: number) =>
  resolved(row, { state: 'served', reason: '核对过', by: 'organizer', commandId: 'c', ...told }, shift, at(now))
const minutesOf = (row: ServiceRow<string>) => creditedOnce([{ ...row, _id: 'row', startsAt: START }]).get('row')
const outByMistake = credited(signedIn(null, shift, 'a', at(0)), shift, at(5), at(5))
const late = signedIn(null, shift, 'a', at(20))

test.each([
  ['a stand-in, the whole of it', null, {}, 70, 60],
  ['a stand-in, some of it', null, { from: at(15), to: at(45) }, 70, 30],
  ['while it runs, until now', null, {}, 30, 30],
  ['signed out by mistake, until the end', outByMistake, {}, 70, 60],
  ['signed out by mistake, left later', outByMistake, { to: at(40) }, 70, 40],
  ['who came late and is still in, from their coming', late, {}, 70, 40],
] as const)('served: %s', (_, row, told, now, minutes) => {
  expect(minutesOf(tell(row, told, now))).toBe(minutes)
})

test('signed out by mistake, they are in again since they came, and what stood is kept', () => {
  const back = tell(outByMistake, { state: 'in', reason: '按错了' }, 10)
  expect(back).toMatchObject({
    state: 'in',
    signedInAt: at(0),
    reason: '按错了',
    saidAt: at(10),
    history: [{ state: 'served', signedOutAt: at(5) }],
  })
  expect(back.signedOutAt).toBeUndefined()
  expect(minutesOf(credited(back, shift, at(50), at(50)))).toBe(50)
})

test('saying what stands changes nothing', () => {
  const once = tell(null, { from: at(15), to: at(45) }, 70)
  expect(tell(once, { from: at(15), to: at(45), commandId: 'another' }, 80)).toBe(once)
  const absent = tell(null, { state: 'no-show' }, 70)
  expect(tell(absent, { state: 'no-show', reason: '没来' }, 80)).toBe(absent)
})

test('absent or excused, no hours are left on the row', () => {
  for (const state of ['no-show', 'none'] as const) {
    const row = tell(outByMistake, { state }, 70)
    expect([row.state, row.signedInAt, row.signedOutAt, minutesOf(row)]).toEqual([state, undefined, undefined, undefined])
  }
})
