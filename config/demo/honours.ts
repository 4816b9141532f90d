import type { Honour, HonourProposal } from '../../cloudfunctions/features/service/honours/documents'
import type { Pledge } from '../../cloudfunctions/features/care/pledges/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { samenessOf } from '../../core/service/honours/rules'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000

/** A code that opens something of the demo: twenty signs, as the cloud makes them. */
const codeOf = (nth: number): string => `demo${String(nth).padStart(16, '0')}`

/** What the demo branch honoured its people with, one of it withdrawn; and a volunteer whose hours wait for a word. */
export const demoHonours = (branch: Organization, street: Organization, members: readonly Member[], now: Instant): Seed => {
  const own = members.filter(one => one.branchId === branch._id && one.state === 'active')
  const given = [
    { title: '服务明星', reason: '一年没有落下一次值班', by: branch, ago: 30 },
    { title: '文明督导', reason: '每天早上在路口劝导', by: street, ago: 60 },
    { title: '助老标兵', reason: '常年给独居老人买菜送药', by: branch, ago: 90 },
    { title: '宣讲能手', reason: '讲了十二场微党课', by: street, ago: 140 },
    { title: '优秀志愿者', reason: '暑假带孩子们读书', by: branch, ago: 400 },
    { title: '服务明星', reason: '登记错了人', by: branch, ago: 35 },
  ]
  const honours = given.flatMap(({ title, reason, by: org, ago }, nth): Honour[] => {
    const member = own[nth * 7 + 3]
    if (!member) return []
    const on = addDays(dateOf(now), -ago)
    const grantedBy = { openid: org === street ? 'demo-street' : 'demo-secretary', memberId: null, name: '' }
    const key = { orgId: org._id, memberId: member._id, title, on }
    const withdrawn = nth === given.length - 1
    return [
      {
        ...{
          _id: `demo-honour-${String(nth)}`,
          ...key,
          name: member.name,
          orgName: org.name,
          path: org.path,
          scopes: scopesOf(member.path),
        },
        ...{ reason: withdrawn ? '' : reason, sameness: withdrawn ? `demo-honour-${String(nth)}` : samenessOf(key), code: codeOf(nth) },
        ...{ state: withdrawn ? 'withdrawn' : 'stands', grantedBy, at: now - ago * DAY },
        ...(withdrawn ? { withdrawn: { at: now - (ago - 1) * DAY, by: grantedBy, reason } } : {}),
      },
    ]
  })
  const waiting = own[12]
  const proposals: HonourProposal[] = waiting
    ? [{ _id: waiting._id, name: waiting.name, scopes: scopesOf(waiting.path), minutes: 104 * 60, open: 100, answered: [], marks: 1 }]
    : []
  return { honours, 'honour-proposals': proposals }
}

/** What a partner unit of the demo branch promised: one thing done in time, one late, one to come. */
export const demoPledges = (branch: Organization, partner: string, now: Instant): Seed => {
  const createdBy = { openid: 'demo-secretary', memberId: null, name: '' }
  const today = dateOf(now)
  const year = today.slice(0, 4)
  const pledge = (nth: number, what: string, per: Pledge['per'], done: readonly number[]): Pledge => ({
    ...{ _id: `demo-pledge-${String(nth)}`, partnerId: partner, branchId: branch._id, path: branch.path, scopes: scopesOf(branch.path) },
    ...{ what, per, times: 1, since: `${year}-01-01`, toldOn: today, createdBy, version: 1 },
    acts: done.map(ago => ({
      id: `demo-act-${String(nth)}-${String(ago)}`,
      on: addDays(today, -ago),
      note: '办了一次',
      by: createdBy,
      at: now - ago * DAY,
    })),
  })
  return {
    pledges: [pledge(1, '健康讲座', 'quarter', [20, 110, 200]), pledge(2, '一起学习', 'half', [100]), pledge(3, '上门看望', 'year', [])],
  }
}
