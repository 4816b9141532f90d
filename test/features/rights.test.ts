import * as z from 'zod'
import { contract, type Contract, type OperationName } from '../../core/contract'
import { usualCare } from '../../core/care/special-care/rules'
import { usualSettings } from '../../core/help/requests/settings'
import { usualVisits } from '../../core/care/visits/settings'
import { codeOf, type Refused } from '../../core/shared/operation'
import { roles, type RawInput, type Role, type Who } from '../../core/shared/operation'
import { good, meeting, put } from './support/attendance'
import { amend } from './support/people'
import { DAY, MORNING, startBranch, type Branch } from './support/branch'

const STREET = '/district/changqing/'
const BRANCH = `${STREET}branch-01/`
const GROUP = `${BRANCH}branch-01-g1/`

interface Person {
  /** Where they, or the elder they help, belong; null: bound to no member. */
  place: string | null
  offices: readonly { role: Role; over: string }[]
  helper?: true
}

/** The demo people as DESIGN.md describes them, told here once more: what is expected does not come from the code it checks. */
const people: Record<string, Person> = {
  'demo-leader-1': { place: GROUP, offices: [{ role: 'leader', over: GROUP }] },
  'demo-member-01': { place: `${BRANCH}branch-01-g2/`, offices: [] },
  'demo-volunteer-01': { place: `${BRANCH}branch-01-g2/`, offices: [] },
  'demo-family-01': { place: `${BRANCH}branch-01-g2/`, offices: [], helper: true },
  'demo-other-secretary': { place: `${STREET}branch-02/`, offices: [{ role: 'secretary', over: `${STREET}branch-02/` }] },
  'demo-other-member': { place: `${STREET}branch-02/`, offices: [] },
  'demo-street': { place: '/district/bureau/branch-staff/', offices: [{ role: 'street', over: STREET }] },
  'demo-bureau': { place: '/district/bureau/branch-staff/', offices: [{ role: 'bureau', over: '/district/' }] },
  'demo-stranger': { place: null, offices: [] },
  // Last, so that what only the secretary may take away is still there when the others ask for it.
  'demo-secretary': { place: `${BRANCH}branch-01-g3/`, offices: [{ role: 'secretary', over: BRANCH }] },
}

interface World {
  activityId: string
  cancelledId: string
  templateId: string
  fileId: string
  postId: string
  openPostId: string
  /** Opens the public card of a member of the branch. */
  publicCode: string
  /** Raised by the first group's member of `memberId`. */
  requestId: string
}

const template = {
  kind: 'party-day' as const,
  title: '主题党日',
  day: 5,
  time: '09:00',
  lastsMinutes: 120,
  place: { name: '活动室' },
  audience: 'branch' as const,
  noticeDays: 3,
}
const branchId = 'branch-01'
const post = {
  kind: '邻里帮',
  title: '帮老邻居买菜',
  place: { name: '小区东门' },
  audience: 'branch' as const,
  shifts: [
    { startsAt: MORNING + DAY, endsAt: MORNING + DAY + 1, places: 3 },
    { startsAt: MORNING + 2 * DAY, endsAt: MORNING + 2 * DAY + 1, places: 3 },
  ],
}
const memberId = 'm-04'
const visitId = 'm-04:spring-festival:2027'
const group = 'branch-01-g1'
/** Of the same group; marked as dead two days ago. */
const deadId = 'm-08'
/** A member of the same group whose death was marked by mistake. */
const mistakenId = 'm-10'

/** An input for each operation, about the demo branch, its first group or a member of it; a new operation does not compile without one. */
const inputs: { [N in OperationName]: (world: World) => RawInput<Contract[N]> } = {
  'me.get': () => ({}),
  'me.bind': () => ({ inviteCode: 'NOSUCHCODE' }),
  'me.bindByPhone': () => ({ phoneCode: 'no-such-code' }),
  'me.unbind': () => ({ memberId: 'unknown' }),
  'me.agree': () => ({ version: '2026-11' }),
  'me.data': () => ({}),
  'me.correct': () => ({}),
  'me.withdraw': () => ({}),
  'family.invite': () => ({ name: '小王', relation: 'child' }),
  'family.inviteFor': () => ({ memberId, name: '小王', relation: 'child', consent: '本人口头同意' }),
  'family.end': () => ({ bondId: 'no-such-bond' }),
  'org.get': () => ({ orgId: group }),
  'org.children': () => ({ orgId: branchId }),
  'org.create': () => ({ orgId: branchId, kind: 'group', name: '新党小组' }),
  'org.rename': () => ({ orgId: group, name: '改名党小组' }),
  'org.close': () => ({ orgId: branchId, reason: '撤并' }),
  'org.appoint': () => ({ orgId: group, memberId, role: 'liaison' }),
  'org.dismiss': () => ({ orgId: group, memberId, role: 'liaison' }),
  'roster.preview': ({ fileId }) => ({ branchId, fileId }),
  'roster.progress': () => ({ branchId, commandId: 'no-such-command' }),
  'roster.commit': () => ({ previewId: 'preview-01' }),
  'roster.list': () => ({ branchId }),
  'roster.get': () => ({ memberId }),
  'roster.phone': () => ({ memberId }),
  'roster.change': () => ({ memberId, note: '喜欢书法' }),
  'roster.invite': () => ({ memberId }),
  'roster.template': () => ({ branchId }),
  'roster.export': () => ({ branchId }),
  'member.alike': () => ({ branchId }),
  'member.merge': () => ({ memberId, otherId: 'm-12' }),
  'member.unmerge': () => ({ memberId, otherId: 'm-12' }),
  'activity.publish': () => ({
    branchId,
    kind: 'study',
    title: '读书会',
    startsAt: MORNING + DAY,
    endsAt: MORNING + DAY + 1,
    place: { name: '活动室' },
    audience: 'branch',
  }),
  'activity.change': ({ activityId }) => ({ activityId, body: '带上笔' }),
  'activity.cancel': ({ cancelledId }) => ({ activityId: cancelledId }),
  'activity.list': () => ({ branchId }),
  'activity.get': ({ activityId }) => ({ activityId }),
  'activity.read': ({ activityId }) => ({ activityId }),
  'activity.receipts': ({ activityId }) => ({ activityId }),
  'activity.remind': ({ activityId }) => ({ activityId, memberIds: [memberId] }),
  'activity.record': ({ activityId }) => ({ activityId, line: '读了一本书', minutes: '', photoFileIds: [] }),
  'activity.statistics': ({ activityId }) => ({ activityId }),
  'template.save': () => ({ ...template, branchId }),
  'template.list': () => ({ branchId }),
  'template.remove': ({ templateId }) => ({ templateId }),
  'signup.join': ({ activityId }) => ({ activityId }),
  'signup.leave': ({ activityId }) => ({ activityId }),
  'signup.list': ({ activityId }) => ({ activityId }),
  'attendance.codes': ({ activityId }) => ({ activityId }),
  'attendance.signIn': ({ activityId }) => ({ activityId, code: '000000' }),
  'attendance.askLeave': ({ activityId }) => ({ activityId, reason: '看病' }),
  'attendance.mark': ({ activityId }) => ({
    activityId,
    marks: [{ memberId, state: 'present', at: MORNING, nonce: 'mark-01', reason: '代签' }],
  }),
  'attendance.resolve': ({ activityId }) => ({ activityId, memberId, state: 'present', reason: '核对过' }),
  'attendance.sheet': ({ activityId }) => ({ activityId }),
  'attendance.export': ({ activityId }) => ({ activityId }),
  'attendance.kioskOpen': ({ activityId }) => ({ activityId }),
  'attendance.kioskClose': ({ activityId }) => ({ activityId }),
  'attendance.kiosk': ({ activityId }) => ({ activityId, kioskToken: 'no-such-token', digits: '0000' }),
  'inbox.list': () => ({}),
  'inbox.read': () => ({ messageIds: ['no-such-message'] }),
  'request.raise': () => ({ kind: 'talk' }),
  'request.raiseFor': () => ({ memberId, kind: 'bulb' }),
  'request.accept': ({ requestId }) => ({ requestId }),
  'request.decline': ({ requestId }) => ({ requestId }),
  'request.progress': ({ requestId }) => ({ requestId, note: '带上工具' }),
  'request.handOver': ({ requestId }) => ({ requestId, reason: '临时有事' }),
  'request.askSecond': ({ requestId }) => ({ requestId }),
  'request.plan': ({ requestId }) => ({ requestId, text: '周一请人来修', date: '2026-11-23' }),
  'request.done': ({ requestId }) => ({ requestId }),
  'request.confirm': ({ requestId }) => ({ requestId, satisfied: true }),
  'request.cancel': ({ requestId }) => ({ requestId }),
  'request.sayMore': ({ requestId }) => ({ requestId, text: '门口有台阶' }),
  'request.get': ({ requestId }) => ({ requestId }),
  'request.phone': ({ requestId }) => ({ requestId, memberId }),
  'request.mine': () => ({}),
  'request.desk': () => ({ orgId: branchId, lane: 'unowned' }),
  'roster.find': () => ({ orgId: branchId }),
  'request.candidates': ({ requestId }) => ({ requestId }),
  'request.reassign': ({ requestId }) => ({ requestId, memberId: 'v-02' }),
  'request.board': () => ({ orgId: branchId, month: '2026-11' }),
  'request.rows': () => ({ orgId: branchId, month: '2026-11' }),
  'request.export': () => ({ orgId: branchId, month: '2026-11' }),
  'request.settings': () => ({ orgId: branchId }),
  'request.configure': () => ({ ...usualSettings, orgId: branchId }),
  'team.list': () => ({ orgId: branchId }),
  'team.save': () => ({ orgId: branchId, name: '帮扶队', kinds: ['talk'], memberIds: ['v-02'] }),
  'team.remove': () => ({ orgId: branchId, teamId: 'no-such-team' }),
  'helping.get': () => ({}),
  'helping.set': () => ({ kinds: ['talk'] }),
  'card.get': () => ({}),
  'card.open': () => ({ code: 'nosuchcode' }),
  'card.print': () => ({ orgId: branchId, memberIds: ['m-04'] }),
  'card.point': () => ({ branchId }),
  'card.setPoint': () => ({ branchId, name: '党群服务中心' }),
  'card.portrait': () => ({}),
  'pairing.set': () => ({ helperId: 'v-01', elderIds: ['m-20'], kind: 'one-to-many' }),
  'pairing.end': () => ({ helperId: 'v-01', elderIds: ['m-20'], reason: '搬家' }),
  'pairing.gaps': () => ({ branchId }),
  'pairing.list': () => ({ branchId }),
  'pairing.suggest': () => ({ memberId }),
  'pairing.plan': () => ({ helperId: 'v-01' }),
  'pairing.handOver': () => ({ helperId: 'v-01', moves: [{ memberId: 'm-20', toHelperId: 'v-03' }], reason: '调走' }),
  'pairing.history': () => ({ memberId }),
  'pairing.export': () => ({ branchId }),
  'pairing.mine': () => ({}),
  'pairing.phone': () => ({ memberId: 'm-20' }),
  'partner.list': () => ({ branchId }),
  'partner.save': () => ({ branchId, name: '区委党校', contact: '李老师', phone: '027-83550001', offers: '每年一次培训班' }),
  'partner.end': () => ({ branchId, partnerId: 'no-such-partner', reason: '到期' }),
  'post.publish': () => ({ ...post, orgId: branchId }),
  'post.resolve': ({ postId }) => ({ postId, shiftId: 's1', memberId, state: 'in', reason: '顶班' }),
  'post.get': ({ openPostId }) => ({ postId: openPostId }),
  'post.list': () => ({ scope: 'mine' }),
  'post.claim': ({ postId }) => ({ postId, shiftId: 's1' }),
  'post.withdraw': ({ postId }) => ({ postId, shiftId: 's2' }),
  'post.offer': ({ postId }) => ({ postId, shiftId: 's1' }),
  'post.takeOver': ({ postId }) => ({ postId, shiftId: 's1', fromMemberId: 'unknown' }),
  'post.change': ({ postId }) => ({ postId, bring: '红袖章' }),
  'post.cancel': ({ postId }) => ({ postId, shiftId: 's2' }),
  'post.holders': ({ postId }) => ({ postId }),
  'post.phone': ({ postId }) => ({ postId, memberId: 'm-20' }),
  'post.codes': ({ postId }) => ({ postId }),
  'post.signIn': ({ postId }) => ({ postId, code: '000000' }),
  'post.signOut': ({ postId }) => ({ postId, code: '000000' }),
  'post.settle': ({ postId }) => ({ postId, shiftId: 's1' }),
  'post.feedback': ({ postId }) => ({ postId, text: '很好', photoFileIds: [] }),
  'post.thank': ({ postId }) => ({ postId }),
  'post.card': ({ postId }) => ({ postId }),
  'post.dutyList': ({ postId }) => ({ postId }),
  'me.register': () => ({ name: '小刘', phoneCode: 'no-such-code' }),
  'volunteer.mine': () => ({}),
  'volunteer.waiting': () => ({ orgId: branchId }),
  'volunteer.vouch': () => ({ orgId: branchId, volunteerId: 'vol-01' }),
  'volunteer.unvouch': () => ({ orgId: branchId, volunteerId: 'vol-01' }),
  'birthday.list': () => ({ branchId, from: '2026-11-21', to: '2026-12-21' }),
  'birthday.greeting': () => ({ celebrationId: 'm-04:birthday:2026' }),
  'board.get': () => ({ orgId: branchId }),
  'board.worst': () => ({ orgId: branchId, topic: 'pairings' }),
  'board.export': () => ({ orgId: branchId }),
  'publicCard.mine': () => ({}),
  'publicCard.publish': () => ({ name: '老王', helps: ['talk'], words: '', reach: 'branch' }),
  'publicCard.withdraw': () => ({}),
  'publicCard.get': ({ publicCode }) => ({ code: publicCode }),
  'publicCard.phone': ({ publicCode }) => ({ code: publicCode }),
  'care.list': () => ({ orgId: branchId }),
  'care.mine': () => ({}),
  'care.get': () => ({ memberId }),
  'care.phone': () => ({ memberId }),
  'care.contact': () => ({ memberId, by: 'call' }),
  'care.settings': () => ({ orgId: branchId }),
  'care.configure': () => ({ ...usualCare, orgId: branchId }),
  'care.export': () => ({ orgId: branchId }),
  'benefit.list': () => ({ orgId: branchId, kind: 'check-up' }),
  'benefit.mark': () => ({ orgId: branchId, kind: 'check-up', period: '2026', memberIds: [memberId], state: 'done' }),
  'benefit.coverage': () => ({ orgId: branchId }),
  'benefit.mine': () => ({}),
  'benefit.export': () => ({ orgId: branchId }),
  'aftercare.look': () => ({ memberId: deadId }),
  'aftercare.mark': () => ({ memberId: deadId, diedOn: '2026-11-01', toldBy: '女儿', nameEnd: '某', bereavedIds: [] }),
  'aftercare.undo': () => ({ memberId: mistakenId, reason: '登记错了' }),
  'aftercare.get': () => ({ memberId: deadId }),
  'aftercare.mine': () => ({}),
  'aftercare.list': () => ({ orgId: branchId }),
  'aftercare.tick': () => ({ memberId: deadId, stepId: 'family', done: true }),
  'aftercare.plan': () => ({ memberId: deadId, title: '帮忙整理遗物' }),
  'aftercare.bereaved': () => ({ memberId: deadId, bereavedIds: [] }),
  'aftercare.contact': () => ({}),
  'calendar.get': () => ({ orgId: branchId, year: 2027 }),
  'calendar.set': () => ({ orgId: branchId, year: 2027, known: false, days: [], windows: [] }),
  'visit.due': () => ({ branchId, from: MORNING, to: MORNING + 90 * DAY }),
  'visit.mine': () => ({}),
  'visit.get': () => ({ visitId }),
  'visit.phone': () => ({ visitId }),
  'visit.record': () => ({ visitId, at: MORNING, by: 'visit', note: '精神很好' }),
  'visit.correct': () => ({ visitId, why: '日子记错了', record: null }),
  'visit.raise': () => ({ memberId, rule: 'illness', why: '住院了' }),
  'visit.assign': () => ({ visitId, helperId: 'v-01' }),
  'visit.plan': () => ({ branchId, year: 2027 }),
  'visit.export': () => ({ orgId: branchId, festival: 'spring-festival', year: 2027 }),
  'visit.coverage': () => ({ orgId: branchId, festival: 'spring-festival', year: 2027 }),
  'visit.settings': () => ({ orgId: branchId }),
  'visit.configure': () => ({ ...usualVisits, orgId: branchId }),
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
/** Withdrawing comes last: after it, the phones of these stories are bound to no member. */
const operations = [...Object.keys(contract).filter(name => name !== 'me.withdraw'), 'me.withdraw'].filter(isOperation)

/** About a member of the first group, for past and present helpers and officers with one of these roles: more than `who` can say. */
const lookedAfter: Partial<Record<OperationName, readonly Role[]>> = {
  'aftercare.get': roles,
  'aftercare.tick': ['secretary', 'leader', 'liaison'],
  'care.get': roles,
  'care.phone': roles,
  'care.contact': ['secretary', 'leader', 'liaison'],
  'visit.due': roles,
  'visit.get': roles,
  'visit.phone': ['secretary', 'leader', 'liaison'],
  'visit.record': ['secretary', 'leader', 'liaison'],
  'visit.correct': ['secretary', 'leader', 'liaison'],
}

/** What the contract's `who` says of one person and a subject at that path (null: it is about the caller). */
const expected = (op: OperationName, person: Person, subject: string | null): string => {
  const declared: { who: Who; errors: readonly Refused[] } = contract[op]
  if (declared.who === 'anyone') return 'let in'
  if (person.place === null) return 'UNAUTHENTICATED'
  // A duty is a member's own: a family helper who is no member has none.
  if (declared.who === 'self' && person.helper) return 'FORBIDDEN'
  if (declared.who === 'member' || declared.who === 'self') {
    const offices = lookedAfter[op]
    if (offices) return person.offices.some(one => offices.includes(one.role) && GROUP.startsWith(one.over)) ? 'let in' : 'FORBIDDEN'
    if (subject === null || person.place.startsWith(subject)) return 'let in'
    if (declared.errors.some(one => codeOf(one) === 'NOT_INVITED')) return 'NOT_INVITED'
    return person.offices.some(office => subject.startsWith(office.over)) ? 'let in' : 'FORBIDDEN'
  }
  const { who } = declared
  const holds = person.offices.some(office => who.includes(office.role) && subject?.startsWith(office.over))
  return holds ? 'let in' : 'FORBIDDEN'
}

let branch: Branch
let world: World
beforeAll(async () => {
  branch = await startBranch()
  const secretary = branch.as('demo-secretary')
  world = {
    activityId: await meeting(branch),
    cancelledId: await meeting(branch, { title: '要取消的会' }),
    templateId: good(await secretary.calls('template.save', { ...template, branchId })).templateId,
    fileId: await branch.upload('roster.xlsx', Buffer.from('not a workbook')),
    postId: good(await secretary.calls('post.publish', { ...post, orgId: branchId })).postId,
    openPostId: good(await secretary.calls('post.publish', { ...post, orgId: branchId, audience: 'open' })).postId,
    publicCode: good(
      await branch.as('demo-member-04').calls('publicCard.publish', { name: '老王', helps: ['talk'], words: '', reach: 'phone' }),
    ).code,
    requestId: good(await branch.as('demo-member-04').calls('request.raise', { kind: 'water' })).requestId,
  }
  good(await branch.as('demo-member-20').calls('post.claim', { postId: world.postId, shiftId: 's1' }))
  await put(branch, 'roster-previews', {
    _id: 'preview-01',
    branchId,
    path: BRANCH,
    rosterVersion: 0,
    rows: [],
    ignored: [],
    createdBy: { openid: 'demo-secretary', memberId: 'v-10', name: '' },
    createdAt: MORNING,
  })
  await put(branch, 'members', {
    ...{ _id: 'vol-01', name: '小高', branchId: 'volunteers', groupId: null, path: '/volunteers/', affiliates: [], grants: [] },
    ...{ state: 'active', version: 1, bound: false, phones: ['13800000001'], emergencyPhones: [], care: [], skills: [] },
    helping: { kinds: ['talk'] },
  })
  for (const _id of [deadId, mistakenId]) {
    await amend(branch, 'members', { _id }, { state: 'dead', diedOn: '2026-11-01' })
    await put(branch, 'aftercare', {
      _id,
      name: '某某',
      branchId,
      path: GROUP,
      lists: ['changqing', branchId, group],
      state: 'marked',
      diedOn: '2026-11-01',
      toldBy: '女儿',
      markedBy: { openid: 'demo-secretary', memberId: 'v-10', name: '' },
      markedAt: MORNING - 2 * DAY,
      undoUntil: MORNING - DAY,
      round: 1,
      bereavedIds: [],
      quietUntil: '2027-02-09',
      checklist: [{ stepId: 'family', title: '联系家属', who: '支部书记', by: '2026-11-20' }],
      open: true,
      version: 1,
    })
  }
})
afterAll(() => branch.close())

/** Refusals that mean the person was let in and the prepared input was at fault, or we were: none may come. */
const unprepared = ['INVALID_INPUT', 'NOT_FOUND', 'INTERNAL']
const shut = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_INVITED']

const outcome = async (op: OperationName, openid: string): Promise<string> => {
  const reply = await branch.as(openid).calls(op, inputs[op](world))
  if (reply.ok) return 'let in'
  return [...shut, ...unprepared].includes(reply.code) ? reply.code : 'let in'
}

const subjectOf = (op: OperationName): string | null => {
  const { of } = contract[op]
  if (of === undefined) return null
  const input: object = inputs[op](world)
  const id: unknown = Object.entries(input).find(([field]) => field === of)?.[1]
  return id === memberId || id === deadId || id === mistakenId || id === group || id === world.requestId ? GROUP : BRANCH
}

const Told = z.object({ properties: z.object({ may: z.object({ items: z.object({ enum: z.array(z.string()) }) }) }) })
/** The verbs that an answer of this operation may name. */
const verbsOf = (op: OperationName): string[] => {
  const told = Told.safeParse(z.toJSONSchema(contract[op].output))
  return told.success ? told.data.properties.may.items.enum : []
}
/** What may be done now depends on how the thing stands too; there no more is told than is allowed. */
const standing: readonly OperationName[] = ['request.get', 'visit.get', 'aftercare.get']

test.each(operations.filter(op => verbsOf(op).length > 0))(
  '%s tells each reader what they may do, as the operations let them',
  async op => {
    const subject = subjectOf(op)
    const allowedTo = (person: Person) =>
      verbsOf(op).filter(verb => {
        const name = `${op.split('.')[0] ?? ''}.${verb}`
        // The post that is looked at is open to everyone bound.
        if (name === 'post.claim') return person.place !== null
        return isOperation(name) && expected(name, person, subjectOf(name)) === 'let in'
      })
    const told = await Promise.all(
      Object.keys(people).map(async openid => {
        const reply = await branch.as(openid).calls(op, inputs[op](world))
        return [openid, reply.ok && 'may' in reply.data ? [...reply.data.may] : []] as const
      }),
    )
    for (const [openid, may] of told) {
      const person = people[openid]
      const allowed = person && expected(op, person, subject) === 'let in' ? allowedTo(person) : []
      expect([openid, standing.includes(op) ? may.filter(verb => !allowed.includes(verb)) : may]).toEqual([
        openid,
        standing.includes(op) ? [] : allowed,
      ])
    }
  },
)

const actsForOthers = operations.filter(op => 'forMemberId' in contract[op].input.shape)

test.each(actsForOthers)('%s is not done for an elder of another family', async op => {
  const attempt = async (openid: string, forMemberId: string) => {
    const reply = await branch.as(openid).calls(op, { ...inputs[op](world), forMemberId })
    return reply.ok ? 'let in' : reply.code
  }
  const attempts = [
    attempt('demo-family-01', 'm-02'),
    attempt('demo-member-02', 'm-01'),
    attempt('demo-secretary', 'm-01'),
    attempt('demo-bureau', 'ghost'),
  ]
  expect(await Promise.all(attempts)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
})

test.each(operations)('%s is open to those the contract names, and to no other', async op => {
  const subject = subjectOf(op)
  const names = Object.keys(people)
  const [last = '', ...others] = [...names].reverse()
  const found = Object.fromEntries(await Promise.all(others.map(async openid => [openid, await outcome(op, openid)] as const)))
  found[last] = await outcome(op, last)
  expect(found).toEqual(Object.fromEntries(Object.entries(people).map(([openid, person]) => [openid, expected(op, person, subject)])))
})
