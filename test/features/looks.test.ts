import * as z from 'zod'
import { contract, type OperationName } from '../../core/contract'
import { sayLook } from '../../core/people/public'
import { deedKinds, lookKinds, type AuditKind } from '../../core/shared/audit-kinds'
import { good, meeting, PARTY_DAY, stored } from './support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from './support/branch'
import { doctor } from './support/hours'
import { muster, remedy, round } from './support/inputs'
import { amend, people, refusal } from './support/people'
import { claim, publish } from './support/posts'
import { stationWith } from './support/stations'
import { circleWith, electionOf, helpOf, honourOf, stationIn, talentOf } from './support/world'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const orgId = 'branch-01'

interface Leaving {
  what: AuditKind
  /** Looks, and answers whose data it was. */
  act: () => Promise<string>
}

/** An operation that tells numbers, addresses or a whole sheet: what it leaves with each person, or why it leaves nothing. */
const telling: Partial<Record<OperationName, Leaving | string>> = {
  'roster.phone': { what: 'roster.phone', act: async () => (good(await secretary().calls('roster.phone', { memberId: 'm-04' })), 'm-04') },
  'roster.export': {
    what: 'roster.export',
    act: async () => (good(await secretary().calls('roster.export', { branchId: orgId })), 'm-05'),
  },
  'person.get': {
    what: 'person.seen',
    act: async () => (good(await branch.as('demo-street').calls('person.get', { memberId: 'm-13' })), 'm-13'),
  },
  'person.phone': {
    what: 'person.phone',
    act: async () => (good(await branch.as('demo-street').calls('person.phone', { memberId: 'm-14' })), 'm-14'),
  },
  'roster.template': 'an empty sheet',
  'me.export': { what: 'data.exported', act: async () => (good(await branch.as('demo-member-11').calls('me.export', {})), 'm-11') },
  'publicCard.phone': {
    what: 'public-card.phone',
    act: async () => {
      const card = { name: '老王', helps: ['talk' as const], words: '', reach: 'phone' as const }
      const { code } = good(await branch.as('demo-member-10').calls('publicCard.publish', card))
      good(await branch.as('demo-stranger').calls('publicCard.phone', { code }))
      return 'm-10'
    },
  },
  'attendance.export': {
    what: 'attendance.exported',
    act: async () => (good(await secretary().calls('attendance.export', { activityId: PARTY_DAY })), 'm-06'),
  },
  'life.book': {
    what: 'book.exported',
    act: async () => {
      await meeting(branch, { kind: 'lecture', title: '党课', startsAt: MORNING - 60 * MINUTE, endsAt: MORNING })
      const span = { branchId: orgId, from: '2026-11-01', to: '2026-11-30' }
      return (good(await secretary().calls('life.book', { ...span, format: 'xlsx' })), 'm-07')
    },
  },
  'post.get': 'the number that the organizer gave for the post',
  'post.phone': {
    what: 'post.phone',
    act: async () => {
      const { postId } = await publish(branch, { places: 2 })
      good(await claim(branch, 'demo-member-21', postId))
      good(await secretary().calls('post.phone', { postId, memberId: 'm-21' }))
      return 'm-21'
    },
  },
  'post.dutyList': {
    what: 'post.dutyList',
    act: async () => {
      const { postId } = await publish(branch, { places: 2, hour: 3 })
      good(await claim(branch, 'demo-member-22', postId))
      good(await secretary().calls('post.dutyList', { postId }))
      return 'm-22'
    },
  },
  'station.phone': {
    what: 'station.phone',
    act: async () => {
      const { stationId } = await stationIn(branch)
      good(await secretary().calls('station.phone', { stationId, memberId: 'm-04' }))
      return 'm-04'
    },
  },
  'station.export': {
    what: 'station.exported',
    act: async () => (await stationIn(branch), good(await secretary().calls('station.export', { orgId })), 'm-20'),
  },
  'station.dutyList': {
    what: 'station.exported',
    act: async () => {
      const stationId = await stationWith(branch, ['m-31'])
      good(await secretary().calls('station.publish', { stationId, month: '2026-12', days: [{ date: '2026-12-20', memberIds: ['m-31'] }] }))
      good(await secretary().calls('station.dutyList', { stationId, month: '2026-12' }))
      return 'm-31'
    },
  },
  ...{ 'station.near': 'the number of a house', 'station.get': 'the number of a house', 'station.open': 'the number of a house' },
  ...{ 'station.list': 'the number of a house', 'station.print': 'the number of a house' },
  'card.get': 'duty numbers of officers and helpers, for their elder',
  'card.open': 'duty numbers of officers and helpers, for their elder',
  'card.print': {
    what: 'card.printed',
    act: async () => (good(await secretary().calls('card.print', { orgId, memberIds: ['m-07'] })), 'm-07'),
  },
  'card.point': 'the number of a house',
  'me.data': "the person's own",
  'pairing.export': {
    what: 'pairing.exported',
    act: async () => (good(await secretary().calls('pairing.export', { branchId: orgId })), 'm-45'),
  },
  'pairing.mine': 'where the elders of the caller live, for as long as they are paired',
  'pairing.phone': {
    what: 'pairing.phone',
    act: async () => {
      good(await secretary().calls('pairing.set', { helperId: 'v-01', elderIds: ['m-45'], kind: 'one-to-many' }))
      good(await branch.as('demo-volunteer-01').calls('pairing.phone', { memberId: 'm-45' }))
      return 'm-45'
    },
  },
  'partner.list': 'numbers of institutions',
  'visit.mine': 'where the elders live that the caller is to visit',
  'visit.get': 'where the person lives, for the visit; the number is asked for apart',
  'visit.phone': { what: 'visit.phone', act: async () => (good(await secretary().calls('visit.phone', { visitId })), 'm-04') },
  'visit.export': {
    what: 'visit.exported',
    act: async () => (good(await secretary().calls('visit.export', { orgId, festival: 'spring-festival', year: 2027 })), 'm-04'),
  },
  'care.phone': { what: 'care.phone', act: async () => (good(await secretary().calls('care.phone', { memberId: caredFor })), caredFor) },
  'care.export': { what: 'care.exported', act: async () => (good(await secretary().calls('care.export', { orgId })), caredFor) },
  'plan.export': 'activities of a year, and no person',
  'vote.export': 'the list that everybody voted on, with its counts',
  ...{
    'assessment.export': 'of branches, not of people',
    'assessment.exportYear': 'of branches, not of people',
    'award.export': 'of branches, not of people',
  },
  'round.export': {
    what: 'suggestion.exported',
    act: async () => {
      good(await branch.as('demo-member-33').calls('suggestion.submit', { text: '添一个放大镜' }))
      const { roundId } = good(await secretary().calls('round.open', { orgId, ...round, judgeUntil: MORNING + HOUR }))
      await amend(branch, 'rounds', { _id: roundId }, { state: 'closed' })
      return (good(await secretary().calls('round.export', { roundId })), 'm-33')
    },
  },
  'fund.export': {
    what: 'fund.exported',
    act: async () => {
      const people = [{ memberId: 'm-27', name: '某同志', fen: 5000, what: '人民日报' }]
      const paper = { orgId, kind: 'spend' as const, fen: 5000, on: '2026-11-20', line: '报刊订阅', words: '明年的报纸', people }
      good(await secretary().calls('fund.entry', paper))
      return (good(await secretary().calls('fund.export', { orgId, year: 2026 })), 'm-27')
    },
  },
  'fund.paper': 'sums of a year, and no person',
  'dues.export': {
    what: 'dues.exported',
    act: async () => (good(await secretary().calls('dues.export', { branchId: orgId, month: '2026-11' })), 'm-26'),
  },
  'remedy.export': {
    what: 'remedy.exported',
    act: async () => {
      good(await secretary().calls('remedy.save', { ...remedy, ownerId: 'm-35' }))
      return (good(await secretary().calls('remedy.export', { orgId })), 'm-35')
    },
  },
  'debrief.submit': 'what the secretary wrote',
  'debrief.file': 'what the secretary wrote',
  'debrief.export': 'which secretary reports, and what was said of it',
  'home.export': 'rooms and no person',
  'home.get': 'where a room is, and no person lives',
  'home.list': 'where rooms are',
  'home.near': 'where rooms are',
  'suggestion.export': {
    what: 'suggestion.exported',
    act: async () => {
      good(await branch.as('demo-member-29').calls('suggestion.submit', { text: '院里的路灯太暗' }))
      return (good(await secretary().calls('suggestion.export', { orgId })), 'm-29')
    },
  },
  'election.report': {
    what: 'election.exported',
    act: async () => {
      const { electionId } = await electionOf(branch)
      return (good(await secretary().calls('election.report', { electionId, format: 'xlsx' })), 'm-30')
    },
  },
  'survey.export': 'totals, and no person',
  'muster.export': {
    what: 'muster.exported',
    act: async () => {
      const { musterId } = good(await secretary().calls('muster.call', { orgId, ...muster }))
      return (good(await secretary().calls('muster.export', { musterId })), 'm-30')
    },
  },
  'circle.export': {
    what: 'circle.exported',
    act: async () => (await circleWith(branch, 'demo-member-30'), good(await secretary().calls('circle.export', { orgId })), 'm-30'),
  },
  'talent.phone': {
    what: 'talent.phone',
    act: async () => (good(await secretary().calls('talent.phone', { askId: (await talentOf(branch)).askId })), 'm-04'),
  },
  'talent.export': {
    what: 'talent.exported',
    act: async () => (good(await secretary().calls('talent.export', { orgId })), 'm-04'),
  },
  'advisory.export': {
    what: 'talent.exported',
    act: async () => (good(await branch.as('demo-street').calls('advisory.export', { orgId })), 'm-04'),
  },
  'honour.export': {
    what: 'honour.exported',
    act: async () => (await honourOf(branch), good(await secretary().calls('honour.export', { orgId })), 'm-04'),
  },
  'hours.phone': {
    what: 'hours.phone',
    act: async () => {
      const hoursId = await doctor(branch, { hostIds: ['v-06'] })
      good(await branch.as('demo-member-35').calls('hours.book', { hoursId }))
      good(await secretary().calls('hours.phone', { hoursId, memberId: 'm-35' }))
      return 'm-35'
    },
  },
  'hours.export': {
    what: 'hours.exported',
    act: async () => {
      const { hoursId } = await helpOf(branch)
      good(await branch.as('demo-member-33').calls('hours.book', { hoursId }))
      return (good(await secretary().calls('hours.export', { orgId })), 'm-33')
    },
  },
  'wish.export': {
    what: 'wish.exported',
    act: async () => {
      good(await branch.as('demo-member-34').calls('wish.raise', { kind: 'wish', text: '回老部队看看' }))
      return (good(await secretary().calls('wish.export', { orgId })), 'm-34')
    },
  },
  'benefit.export': { what: 'benefit.exported', act: async () => (good(await secretary().calls('benefit.export', { orgId })), 'm-08') },
  'committee.phone': {
    what: 'committee.phone',
    act: async () => {
      const memberId = people.secretary.memberId
      return (good(await branch.as('demo-member-30').calls('committee.phone', { orgId, memberId })), memberId)
    },
  },
  'committee.export': {
    what: 'committee.exported',
    act: async () => (good(await secretary().calls('committee.export', { orgId })), people.secretary.memberId),
  },
  'coverage.export': {
    what: 'coverage.exported',
    act: async () => {
      const { items } = good(await branch.as('demo-street').calls('coverage.gaps', { orgId, kind: 'unpaired' }))
      good(await branch.as('demo-street').calls('coverage.export', { orgId, kind: 'unpaired' }))
      return items[0]?.id ?? ''
    },
  },
  'rhythm.export': 'names no person',
  ...{ 'venue.near': 'where a room is', 'venue.get': 'where a room is', 'venue.list': 'where a room is', 'venue.print': 'where a room is' },
  'venue.export': 'names of officers who booked a room for their branch',
  'pledge.export': 'names partner units and no person',
  'liaison.export': 'names of liaisons, which are on the branch’s own page',
  'mobile.export': {
    what: 'mobile.exported',
    act: async () => {
      good(await secretary().calls('mobile.set', { memberId: 'm-15', from: '2026-11-01', where: '成都', reach: '手机' }))
      good(await secretary().calls('mobile.export', { orgId }))
      return 'm-15'
    },
  },
  'transfer.export': {
    what: 'transfer.exported',
    act: async () => {
      good(await secretary().calls('transfer.start', { memberId: 'm-16', toBranchId: 'branch-02', reason: '搬家' }))
      good(await secretary().calls('transfer.export', { orgId }))
      return 'm-16'
    },
  },
  'joining.open': 'the number of the branch’s own house',
  'joining.phone': 'a person on no roster yet; the look waits with the record that is made of them',
  'request.mine': 'which emergency it is, a word',
  'request.desk': 'which emergency it is, a word',
  'request.rows': 'which emergency it is, a word',
  'request.get': 'where to go, for those who have the case, for as long as they have it',
  'request.phone': {
    what: 'request.phone',
    act: async () => {
      const { requestId } = good(await branch.as('demo-member-20').calls('request.raise', { kind: 'talk' }))
      good(await secretary().calls('request.phone', { requestId, memberId: 'm-20' }))
      return 'm-20'
    },
  },
  'request.export': {
    what: 'request.exported',
    act: async () => {
      good(await branch.as('demo-member-19').calls('request.raise', { kind: 'talk' }))
      good(await secretary().calls('request.export', { orgId, month: '2026-11' }))
      return 'm-19'
    },
  },
  'study.export': {
    what: 'study.exported',
    act: async () => (good(await secretary().calls('study.export', { branchId: orgId, year: 2026 })), 'm-25'),
  },
  'course.export': {
    what: 'study.exported',
    act: async () => (good(await secretary().calls('course.export', { branchId: orgId })), 'm-26'),
  },
  'book.export': {
    what: 'study.exported',
    act: async () => {
      const { bookId } = good(await secretary().calls('book.save', { branchId: orgId, title: '红岩', copies: 1 }))
      good(await secretary().calls('book.lend', { bookId, memberId: 'm-27' }))
      good(await secretary().calls('book.export', { branchId: orgId }))
      return 'm-27'
    },
  },
  'material.export': {
    what: 'study.exported',
    act: async () => {
      good(await secretary().calls('material.give', { branchId: orgId, title: '读本', count: 1, memberIds: ['m-28'], on: '2026-11-20' }))
      good(await secretary().calls('material.export', { branchId: orgId }))
      return 'm-28'
    },
  },
  'training.export': {
    what: 'study.exported',
    act: async () => {
      const training = { orgId, title: '党校', from: '2026-11-02', to: '2026-11-02', halfDays: 2, memberIds: ['m-29'] }
      good(await secretary().calls('training.record', training))
      good(await secretary().calls('training.export', { orgId, year: 2026 }))
      return 'm-29'
    },
  },
  'board.export': 'figures of organizations, no person',
  'upkeep.exports': {
    what: 'roster.export',
    act: async () => {
      good(await branch.as('demo-bureau').calls('upkeep.export', { orgId }))
      await branch.clock.advance(MINUTE)
      return 'm-09'
    },
  },
  'aftercare.contact': 'the number of an officer, for the family',
}
const visitId = 'm-04:spring-festival:2027'
let caredFor = ''

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
const fieldsIn = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null
    ? Object.entries(schema).flatMap(([key, value]) => [
        ...(key === 'properties' ? Object.keys(z.record(z.string(), z.unknown()).parse(value)) : []),
        ...fieldsIn(value),
      ])
    : []
/** Fields that tell how to reach a person, and files. */
const reaches = /^(?:phones?|emergency|address|residence|url)$/u

test('every operation that tells numbers, addresses or a sheet says what it leaves, or why nothing', () => {
  const found = Object.keys(contract)
    .filter(isOperation)
    .filter(op => fieldsIn(z.toJSONSchema(contract[op].output)).some(field => reaches.test(field)))
  expect(found.sort()).toEqual(Object.keys(telling).sort())
})

test('each look leaves a row with the person, and the secretary and the bureau read it in plain words', async () => {
  caredFor = (await stored(branch, 'care-contacts', { branchId: orgId }))[0]?._id ?? ''
  const leaving = Object.values(telling).flatMap(one => (typeof one === 'string' ? [] : [one]))
  for (const { what, act } of leaving) {
    const memberId = await act()
    expect(await stored(branch, 'audit', { memberId, what })).not.toEqual([])
    const { items } = good(await branch.as('demo-bureau').calls('roster.looks', { memberId }))
    expect(items.map(one => one.what)).toContain(sayLook(what))
  }
  expect(new Set(leaving.map(one => one.what))).toEqual(new Set(lookKinds))
})

test('what is noted of a person leaves a row too', async () => {
  good(await secretary().calls('care.contact', { memberId: 'm-04', by: 'call', note: '都好' }, 'noted'))
  good(await secretary().calls('care.contact', { memberId: 'm-04', by: 'call', note: '都好' }, 'noted'))
  const visit = good(await secretary().calls('visit.raise', { memberId: 'm-05', rule: 'illness', why: '住院了' }))
  const record = { visitId: visit.visitId, at: MORNING, by: 'visit' as const, note: '精神很好' }
  for (const _ of [1, 2]) good(await secretary().calls('visit.record', record, 'recorded'))
  expect(await stored(branch, 'audit', { memberId: 'm-05', what: 'visit.recorded' })).toHaveLength(1)
  expect(await stored(branch, 'audit', { memberId: 'm-04', what: 'care.contacted' })).toHaveLength(1)
})

test('who looked is read newest first, page by page, without what was done, and only by the own secretary and the bureau', async () => {
  for (let n = 0; n < 25; n++) {
    await branch.clock.advance(1000)
    good(await secretary().calls('roster.phone', { memberId: 'm-30' }))
  }
  good(await secretary().calls('roster.change', { memberId: 'm-30', note: '喜欢书法' }))
  const first = good(await secretary().calls('roster.looks', { memberId: 'm-30' }))
  const second = good(
    await secretary().calls('roster.looks', { memberId: 'm-30', ...(first.cursor === null ? {} : { cursor: first.cursor }) }),
  )
  const all = [...first.items, ...second.items]
  expect([first.items.length, second.cursor]).toEqual([20, null])
  expect(all.map(one => one.at)).toEqual(all.map(one => one.at).sort((one, other) => other - one))
  const [secretaryRow] = await stored(branch, 'members', { _id: 'v-10' })
  expect(all.filter(one => one.what === sayLook('roster.phone')).map(one => one.by)).toEqual(Array(25).fill(secretaryRow?.name))
  expect(all.map(one => one.what)).not.toContain(sayLook('roster.change'))
  for (const openid of ['demo-other-secretary', 'demo-leader-1', 'demo-member-30', 'demo-street'])
    expect(refusal(await branch.as(openid).calls('roster.looks', { memberId: 'm-30' }))).toBe('FORBIDDEN')
})

test('all that an audit row may say has its own words', () => {
  const words = [...lookKinds, ...deedKinds].map(sayLook)
  expect(words.filter(one => !/^[\p{Script=Han}，]+$/u.test(one))).toEqual([])
})
