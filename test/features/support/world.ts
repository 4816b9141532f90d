import { scopesOf } from '../../../core/shared/scopes'
import { good, meeting, put, stored } from './attendance'
import { type Branch, DAY, MORNING } from './branch'
import {
  addedId,
  ballot,
  brand,
  branchId,
  deadId,
  founding,
  group,
  hours,
  joiningId,
  memberId,
  mistakenId,
  muster,
  placedId,
  plan,
  post,
  remedy,
  slotsOn,
  survey,
  template,
  room,
  roomTime,
  round,
  vote,
  type World,
} from './inputs'
import { amend, people } from './people'
import { stationWith } from './stations'

const BRANCH = '/district/changqing/branch-01/'
const GROUP = `${BRANCH}branch-01-g1/`

/** The letter by which a member is sent to another branch. */
export const letterOf = async (branch: Branch, openid: string, memberId: string, toBranchId: string): Promise<string> =>
  good(await branch.as(openid).calls('transfer.start', { memberId, toBranchId, reason: '搬家' })).transferId

/** The letter by which a member of the demo branch is sent to an organization outside. */
export const outsideLetterOf = async (branch: Branch, memberId: string): Promise<string> =>
  good(await branch.as('demo-secretary').calls('transfer.start', { memberId, toOutside: '江城市第二社区党支部', reason: '搬到外地' }))
    .transferId

/** Applications of the secretary for a branch: two that wait, and one that was agreed to. */
export const foundingsOf = async (branch: Branch): Promise<Pick<World, 'foundingId' | 'refusedId' | 'foundedId'>> => {
  const applied = async (name: string) =>
    good(await branch.as('demo-secretary').calls('founding.apply', { orgId: branchId, ...founding, name })).foundingId
  const foundedId = await applied('批准了的支部')
  good(await branch.as('demo-street').calls('founding.agree', { foundingId: foundedId, documentNo: '长青街〔2026〕1号' }))
  return { foundedId, foundingId: await applied('等批复的支部'), refusedId: await applied('要退回的支部') }
}

/** A circle of the branch with one person in it. */
export const circleWith = async (branch: Branch, openid: string): Promise<string> => {
  const { circleId } = good(
    await branch.as('demo-secretary').calls('circle.create', { orgId: branchId, kind: 'calligraphy', name: '书法小组' }),
  )
  good(await branch.as(openid).calls('circle.join', { circleId }))
  return circleId
}

/** A quiet case that the secretary keeps; one colleague is asked, and has not answered. */
export const caseOf = async (branch: Branch, topic = '邻里不和，想请老同志去谈谈'): Promise<string> => {
  const { caseId } = good(await branch.as('demo-secretary').calls('case.open', { memberId, topic }))
  good(await branch.as('demo-secretary').calls('case.invite', { caseId, memberIds: ['m-20'] }))
  return caseId
}

/** What the member of `memberId` can do, was asked for and agreed to; a group that advises, with them in it. */
export const talentOf = async (branch: Branch): Promise<Pick<World, 'askId' | 'advisoryId' | 'adviceId'>> => {
  const [secretary, member, street] = ['demo-secretary', 'demo-member-04', 'demo-street'].map(openid => branch.as(openid))
  if (!secretary || !member || !street) throw new Error('three phones')
  good(await member.calls('talent.set', { skills: ['calligraphy'] }))
  const { askId } = good(await secretary.calls('talent.ask', { memberId, what: '写春联' }))
  good(await member.calls('talent.answer', { askId, answer: 'agreed' }))
  const { advisoryId } = good(await street.calls('advisory.save', { orgId: branchId, field: 'party', memberIds: [memberId] }))
  const advice = { advisoryId, text: '多到老同志家里送学', on: '2026-11-20', unit: '长青街道' }
  return { askId, advisoryId, adviceId: good(await street.calls('advisory.advise', advice)).adviceId }
}

/** An honour of a member: of the one of `memberId` unless another is named. */
export const honourOf = async (branch: Branch, nth = '04'): Promise<Pick<World, 'honourId' | 'honourCode'>> => {
  const honour = { orgId: branchId, memberId: `m-${nth}`, title: '服务明星', on: '2026-11-20', reason: '随叫随到' }
  const { honourId } = good(await branch.as('demo-secretary').calls('honour.grant', honour))
  const { items } = good(await branch.as(`demo-member-${nth}`).calls('honour.list', {}))
  return { honourId, honourCode: items.find(one => one.honourId === honourId)?.code ?? '' }
}

/** A partner unit of the branch, and what it promised. */
export const partnerOf = async (branch: Branch): Promise<Pick<World, 'partnerId' | 'pledgeId' | 'partnerCode'>> => {
  const secretary = branch.as('demo-secretary')
  const unit = { branchId, name: '区人民医院', contact: '周主任', phone: '13800000009', offers: '每月上门量血压' }
  const { partnerId } = good(await secretary.calls('partner.save', unit))
  const pledge = { orgId: branchId, partnerId, what: '上门量血压', per: 'month' as const, times: 1, since: '2026-09-01' }
  const { pledgeId } = good(await secretary.calls('pledge.save', pledge))
  return { partnerId, pledgeId, partnerCode: good(await secretary.calls('pledge.card', { partnerId })).code }
}

/** A survey of the branch without tellers. */
export const surveyOf = async (branch: Branch): Promise<string> =>
  good(await branch.as('demo-secretary').calls('survey.publish', { orgId: branchId, ...survey })).surveyId

/** What the member of `memberId` owes, a payment of one month, and a relief. */
export const duesOf = async (branch: Branch): Promise<Pick<World, 'duesEntryId' | 'reliefId'>> => {
  const secretary = branch.as('demo-secretary')
  good(await secretary.calls('dues.setBase', { memberId, baseFen: 480_000, standing: 'retired', from: '2026-01' }))
  const paid = good(await secretary.calls('dues.pay', { memberId, months: ['2026-08'], fen: 2400, on: '2026-11-20' }))
  const relief = { memberId, from: '2027-04', until: '2027-06', fen: 0, reason: '住院' }
  return { duesEntryId: paid.entryId, reliefId: good(await secretary.calls('dues.relieve', relief)).reliefId }
}

/** The book of the branch: a grant, a spend that the secretary proposed, its auditor, and what was published. */
export const fundsOf = async (branch: Branch): Promise<Pick<World, 'fundEntryId' | 'proposedId'>> => {
  const secretary = branch.as('demo-secretary')
  const about = { orgId: branchId, on: '2026-11-20', line: '学习资料', words: '买书' }
  const granted = good(await secretary.calls('fund.entry', { ...about, kind: 'grant', fen: 300_000 }))
  const rule = { key: 'funds.two-persons-yuan' as const, from: '2026-01-01', document: '经费管理办法' }
  good(await branch.as('demo-bureau').calls('regulation.set', { orgId: 'district', ...rule, value: 1000 }))
  const proposed = good(await secretary.calls('fund.entry', { ...about, kind: 'spend', fen: 120_000 }))
  good(await secretary.calls('fund.appoint', { orgId: branchId, memberIds: [memberId] }))
  good(await secretary.calls('fund.publish', { orgId: branchId, year: 2026 }))
  return { fundEntryId: granted.entryId, proposedId: proposed.entryId }
}

/** A suggestion that was sorted, and answered. */
export const suggestionOf = async (branch: Branch, text = '活动室门口装个扶手'): Promise<string> => {
  const { suggestionId } = good(await branch.as('demo-member-04').calls('suggestion.submit', { text }))
  good(await branch.as('demo-secretary').calls('suggestion.sort', { suggestionId, topic: 'places' }))
  good(await branch.as('demo-secretary').calls('suggestion.answer', { suggestionId, verdict: 'adopted', words: '下个月就装' }))
  return suggestionId
}

/** Votes of the branch: one that is open, one for which names are gathered, one that is over with a tie at its second place. */
export const votesOf = async (branch: Branch): Promise<Pick<World, 'voteId' | 'gatheringId' | 'electedId' | 'roundId'>> => {
  const publish = async (more: object = {}) =>
    good(await branch.as('demo-secretary').calls('vote.publish', { orgId: branchId, ...vote, ...more })).voteId
  const voteId = await publish()
  const gatheringId = await publish({ title: '多才多艺', kind: 'talent', nominateUntil: MORNING + DAY })
  const [open] = await stored(branch, 'votes', { _id: voteId })
  if (!open) throw new Error('no vote')
  const electedId = 'vote-elected'
  await put(branch, 'votes', {
    ...{
      ...open,
      _id: electedId,
      title: '去年的服务明星',
      seats: 2,
      state: 'closed',
      acts: [],
      closesAt: MORNING - DAY,
      actDue: MORNING + 900 * DAY,
    },
    result: { votes: [3, 1, 1], elected: [0], tied: [1, 2], left: 1, cast: 3, invited: 87 },
  })
  const { roundId } = good(await branch.as('demo-secretary').calls('round.open', { orgId: branchId, ...round }))
  return { voteId, gatheringId, electedId, roundId }
}

/** Rounds that judge the branch; in the first it does not agree with a rule. */
export const assessmentsOf = async (
  branch: Branch,
): Promise<Pick<World, 'assessmentId' | 'applyId' | 'assessmentEndId' | 'assessmentPaidId'>> => {
  const round = { orgId: branchId, templateId: 'six-goods-2022', period: '2026', closesOn: '2026-12-20' }
  const open = async (command: string, more: object = {}) =>
    good(await branch.as('demo-bureau').calls('assessment.open', { ...round, ...more }, command)).roundId
  const assessmentId = await open('assessment-01')
  const appeal = { roundId: assessmentId, branchId, ruleId: 'r10', words: '民主评议安排在十二月' }
  good(await branch.as('demo-secretary').calls('assessment.appeal', appeal))
  const assessmentPaidId = await open('assessment-04', { entry: 'apply' })
  good(
    await branch.as('demo-bureau').calls('award.rule', { orgId: branchId, roundId: assessmentPaidId, tiers: [{ atLeast: 1, fen: 100 }] }),
  )
  good(await branch.as('demo-bureau').calls('assessment.close', { roundId: assessmentPaidId }))
  return {
    assessmentPaidId,
    assessmentId,
    applyId: await open('assessment-02', { entry: 'apply' }),
    assessmentEndId: await open('assessment-03'),
  }
}

/** A meeting of all members, and the vote that is prepared there. */
export const electionOf = async (branch: Branch): Promise<Pick<World, 'meetingId' | 'electionId'>> => {
  const meetingId = await meeting(branch, { kind: 'general-meeting', title: '换届选举大会' })
  const prepared = { orgId: branchId, activityId: meetingId, ...ballot }
  return { meetingId, electionId: good(await branch.as('demo-secretary').calls('election.prepare', prepared)).electionId }
}

/** A station of the branch with two people on duty, its door's code, and a word of one of them. */
export const stationIn = async (branch: Branch, first = memberId): Promise<Pick<World, 'stationId' | 'stationCode' | 'wordId'>> => {
  const stationId = await stationWith(branch, [first, 'm-20'])
  const days = [
    { date: '2026-12-01', memberIds: [first] },
    { date: '2026-12-08', memberIds: ['m-20'] },
  ]
  good(await branch.as('demo-secretary').calls('station.publish', { stationId, month: '2026-12', days }))
  const [row] = await stored(branch, 'stations', { _id: stationId })
  const { wordId } = good(await branch.as('demo-member-20').calls('station.word', { stationId, text: '灯不亮' }))
  return { stationId, wordId, stationCode: row?.code ?? '' }
}

/** What a branch learns: a task, a course, a book and its loan, a material, a training. */
export const studyOf = async (
  branch: Branch,
): Promise<Pick<World, 'taskId' | 'courseId' | 'bookId' | 'loanId' | 'materialId' | 'trainingId'>> => {
  const secretary = branch.as('demo-secretary')
  const { bookId } = good(await secretary.calls('book.save', { branchId, title: '红岩', copies: 3 }))
  const people = { memberIds: [memberId] }
  const training = { title: '党校培训', from: '2026-11-02', to: '2026-11-03', halfDays: 4, ...people }
  return {
    bookId,
    taskId: good(await secretary.calls('study.assign', { branchId, title: '读一本书', kind: 'book', dueOn: '2026-12-31' })).taskId,
    courseId: good(await secretary.calls('course.save', { orgId: branchId, title: '微党课', body: '学思践悟，知行合一。', hours: 1 }))
      .courseId,
    loanId: good(await secretary.calls('book.lend', { bookId, memberId })).loanId,
    materialId: good(await secretary.calls('material.give', { branchId, title: '学习读本', count: 20, on: '2026-11-20', ...people }))
      .materialId,
    trainingId: good(await secretary.calls('training.record', { orgId: branchId, ...training })).trainingId,
  }
}

/** What is said of a branch beside its scores: a remedy, a brand, a home, and the debrief of 2026. */
export const assessmentOf = async (branch: Branch): Promise<Pick<World, 'remedyId' | 'brandId' | 'homeId'>> => {
  const secretary = branch.as('demo-secretary')
  await put(branch, 'debriefs', {
    ...{ _id: `${branchId}:2026`, branchId, branchName: '常青花园离退休干部党支部', path: BRANCH, scopes: scopesOf(BRANCH), year: 2026 },
    ...{ sections: [{ title: '组织生活', text: '按时开会。' }], figures: [], at: MORNING - DAY, commandId: 'handed-in' },
    by: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '' },
    ...{ earlier: [], reviews: [], version: 1 },
  })
  return {
    remedyId: good(await secretary.calls('remedy.save', remedy)).remedyId,
    brandId: good(await secretary.calls('brand.save', brand)).brandId,
    homeId: good(await secretary.calls('home.save', { orgId: branchId, name: '老党员之家', address: '长青路 1 号' })).homeId,
  }
}

/** Consultation hours of the branch, and an escort of its first group's member that is planned. */
export const helpOf = async (branch: Branch): Promise<Pick<World, 'hoursId' | 'wishId'>> => {
  const secretary = branch.as('demo-secretary')
  const { hoursId } = good(await secretary.calls('hours.save', { orgId: branchId, ...hours, slots: slotsOn(1) }))
  const { wishId } = good(await secretary.calls('wish.raiseFor', { memberId, kind: 'escort', text: '去医院复查' }))
  good(await secretary.calls('wish.plan', { wishId, ...plan }))
  return { hoursId, wishId }
}

/** A room of the branch: booked for a day to come, used yesterday, its projector lent. */
export const venueOf = async (
  branch: Branch,
): Promise<Pick<World, 'venueId' | 'venueCode' | 'bookingId' | 'pastBookingId' | 'loanedId'>> => {
  const secretary = branch.as('demo-secretary')
  const { venueId } = good(await secretary.calls('venue.save', { orgId: branchId, ...room }))
  const booked = good(await secretary.calls('venue.book', { venueId, ...roomTime(3), purpose: '学习会' })).bookings
  const { loanId } = good(await secretary.calls('venue.lend', { venueId, item: '投影仪', count: 1, to: '第二支部', dueOn: '2026-12-01' }))
  const [venue] = await stored(branch, 'venues', { _id: venueId })
  const [day] = await stored(branch, 'venue-days', { venueId })
  const [booking] = day?.bookings ?? []
  if (!venue || !day || !booking) throw new Error('no room')
  const pastId = `${venueId}:2026-11-20`
  const past = { ...booking, ...roomTime(-1), bookingId: `${pastId}:over` }
  await put(branch, 'venue-days', { ...day, _id: pastId, date: '2026-11-20', cells: {}, bookings: [past] })
  return { venueId, venueCode: venue.code, bookingId: booked[0]?.bookingId ?? '', pastBookingId: past.bookingId, loanedId: loanId }
}

/** Puts the documents into a demo branch that `inputs` is about: one of each kind, and two members who died. */
export const worldOf = async (branch: Branch): Promise<World> => {
  const secretary = branch.as('demo-secretary')
  const world: World = {
    ...(await foundingsOf(branch)),
    activityId: await meeting(branch),
    cancelledId: await meeting(branch, { title: '要取消的会' }),
    templateId: good(await secretary.calls('template.save', { ...template, branchId })).templateId,
    fileId: await branch.upload('roster.xlsx', Buffer.from('not a workbook')),
    postId: good(await secretary.calls('post.publish', { ...post, orgId: branchId })).postId,
    musterId: good(await secretary.calls('muster.call', { orgId: branchId, ...muster })).musterId,
    reviewId: await meeting(branch, { kind: 'appraisal', title: '民主评议' }),
    circleId: await circleWith(branch, 'demo-member-04'),
    ...(await talentOf(branch)),
    ...(await honourOf(branch)),
    ...(await partnerOf(branch)),
    ...(await stationIn(branch)),
    ...(await studyOf(branch)),
    caseId: await caseOf(branch),
    ...(await helpOf(branch)),
    ...(await assessmentOf(branch)),
    ...(await venueOf(branch)),
    suggestionId: await suggestionOf(branch),
    ...(await duesOf(branch)),
    ...(await fundsOf(branch)),
    surveyId: await surveyOf(branch),
    ...(await votesOf(branch)),
    ...(await assessmentsOf(branch)),
    ...(await electionOf(branch)),
    openPostId: good(await secretary.calls('post.publish', { ...post, orgId: branchId, audience: 'open' })).postId,
    publicCode: good(
      await branch.as('demo-member-04').calls('publicCard.publish', { name: '老王', helps: ['talk'], words: '', reach: 'phone' }),
    ).code,
    requestId: good(await branch.as('demo-member-04').calls('request.raise', { kind: 'water' })).requestId,
    joinToken: good(await branch.as('demo-other-secretary').calls('joining.card', { branchId: 'branch-02' })).token,
    comingId: await letterOf(branch, 'demo-other-secretary', 'n-11', branchId),
    unwantedId: await letterOf(branch, 'demo-other-secretary', 'n-12', branchId),
    goingId: await letterOf(branch, 'demo-secretary', 'm-23', 'branch-02'),
    outsideId: await outsideLetterOf(branch, 'm-62'),
    exportId: good(await branch.as('demo-bureau').calls('upkeep.export', { orgId: 'branch-02' })).exportId,
  }
  good(await branch.as('demo-member-20').calls('post.claim', { postId: world.postId, shiftId: 's1' }))
  await put(branch, 'roster-previews', {
    _id: 'preview-01',
    orgId: branchId,
    path: BRANCH,
    byBranch: false,
    branches: [],
    ignored: [],
    unread: [],
    createdBy: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '' },
    createdAt: MORNING,
  })
  await put(branch, 'members', {
    ...{ _id: 'vol-01', name: '小高', branchId: 'volunteers', groupId: null, path: '/volunteers/', affiliates: [], grants: [] },
    ...{ state: 'active', version: 1, bound: false, phones: ['13800000001'], emergencyPhones: [], care: [], skills: [] },
    helping: { kinds: ['talk'] },
  })
  const desks = { [joiningId]: branchId, [addedId]: branchId, [placedId]: 'changqing' }
  for (const [nth, [_id, orgId]] of Object.entries(desks).entries()) {
    const toBranch = orgId === branchId
    await put(branch, 'joinings', {
      ...{ _id, openid: `asking-${String(nth)}`, orgId, path: toBranch ? BRANCH : '/district/changqing/', toBranch, state: 'open' },
      ...{ name: '钱未登', said: '' },
      ...{ phone: `1360000000${String(9 - nth)}`, at: MORNING, memberId: `asked-0${String(nth)}`, until: MORNING + 30 * DAY },
    })
  }
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
      markedBy: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '' },
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
  return world
}
