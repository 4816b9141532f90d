import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Round } from '../../cloudfunctions/features/voice/rounds/documents'
import type { Candidate, Vote, Voter } from '../../cloudfunctions/features/voice/votes/documents'
import { voterId } from '../../cloudfunctions/features/voice/votes/documents'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import { electedBy } from '../../core/voice/votes/rules'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000

/** What the demo branch votes on: one vote that is open, one that is over; and a round for which ideas are gathered. */
export const demoVotes = (branch: Organization, members: readonly Member[], by: Actor, now: Instant): Seed => {
  const own = members.filter(one => one.branchId === branch._id && one.state === 'active')
  const place = { orgId: branch._id, orgName: branch.name, path: branch.path, scopes: scopesOf(branch.path) }
  const candidate = (candidateId: string, name: string, words: string, memberId?: string): Candidate => ({
    ...{ candidateId, name, words, photoFileIds: [], listed: true, seconds: [] },
    ...(memberId === undefined ? {} : { memberId }),
  })
  const deeds = ['做了什么，大家看得见', '跑了三趟社区才办成', '自己动手，没花公家的钱']
  const begun = { ...place, hostIds: [], secret: false, secondsNeeded: 1, createdBy: by, version: 3 }
  const closesAt = instantOf(addDays(dateOf(now), -20), '18:00')
  const votes = [31, 22, 9]
  const over: Vote = {
    ...{ ...begun, _id: 'demo-vote-deeds', kind: 'deed', title: '今年的党建小实事', words: '哪一件办到了大家心里？', seats: 2, closesAt },
    candidates: ['给三号楼装扶手', '修好活动室的灯', '种了一排桂花'].map((name, nth) =>
      candidate(`c${String(nth)}`, name, deeds[nth] ?? ''),
    ),
    ...{ state: 'closed', acts: [], createdAt: closesAt - 10 * DAY },
    result: { ...electedBy(votes, { seats: 2, out: [] }), cast: 45, invited: own.length },
  }
  const ends = instantOf(addDays(dateOf(now), 6), '18:00')
  const stars = [own[4], own[9], own[15], own[23]].flatMap(one => (one ? [one] : []))
  const said = ['随叫随到，替邻居跑腿', '天天在路口劝导', '教大家用手机', '给独居老人送饭']
  const open: Vote = {
    ...{ ...begun, _id: 'demo-vote-stars', kind: 'star', title: '四季度服务明星', words: '谁帮大家的忙最多？', seats: 2, closesAt: ends },
    candidates: stars.map((one, nth) => candidate(`c${String(nth)}`, one.name, said[nth] ?? '', one._id)),
    ...{ state: 'open', createdAt: now - 2 * DAY, actDue: ends },
    acts: [
      { what: 'count', nth: 0, at: ends },
      { what: 'result', nth: 0, at: ends },
    ],
  }
  const lines = own.map(({ _id: memberId, name, branchId }, nth): Voter => {
    const voted = nth % 4 === 1
    return {
      ...{ _id: voterId(open._id, memberId), voteId: open._id, memberId, name, branchId },
      ...{ choices: voted ? [nth % 3] : null, voted, commands: [], sealed: false },
    }
  })
  const [gatherUntil, judgeUntil] = [10, 17].map(days => instantOf(addDays(dateOf(now), days), '18:00'))
  const jury = own.slice(33, 36).map(({ _id, name }) => ({ memberId: _id, name }))
  const rounds: Round[] =
    gatherUntil === undefined || judgeUntil === undefined
      ? []
      : [
          {
            ...{
              ...place,
              _id: 'demo-round',
              title: '冬季金点子',
              words: '怎样把活动办得更合老同志的心意？',
              from: addDays(dateOf(now), -60),
            },
            ...{ gatherUntil, judgeUntil, jury, party: jury.map(one => one.memberId), state: 'gathering', entries: 0 },
            acts: [
              { what: 'fill', nth: 0, at: gatherUntil },
              { what: 'ask', nth: 0, at: gatherUntil },
              { what: 'count', nth: 0, at: judgeUntil },
              { what: 'tell', nth: 0, at: judgeUntil },
            ],
            ...{ actDue: gatherUntil, createdBy: by, createdAt: now - DAY, version: 1 },
          },
        ]
  return { votes: [over, open], 'vote-roll': lines, rounds }
}
