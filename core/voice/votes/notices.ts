import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'

interface InNotice {
  _id: string
  title: string
  orgName: string
  seats: number
  secret: boolean
  nominateUntil?: Instant
  closesAt: Instant
}

const when = (at: Instant): string => shanghai(at).format('YYYY-MM-DD HH:mm')
const notice = (
  vote: InNotice,
  { about, title, text, note, at }: { about: string; title: string; text: string; note: string; at: Instant },
): Telling => ({
  kind: 'vote',
  about: `${vote._id}:${about}`,
  title,
  text,
  page: routes.vote({ id: vote._id }),
  fields: { what: vote.title, when: when(at), where: vote.orgName, note },
})

/** To everybody: names are wanted. */
export const gatherNotice = (vote: InNotice): Telling =>
  notice(vote, {
    about: 'gather',
    title: `请您推荐：${vote.title}`,
    text: `${vote.orgName}请您推荐人选，到${sayMoment(vote.nominateUntil ?? vote.closesAt)}为止，过后投票。`,
    note: '点开推荐，或者给别人推荐的附议',
    at: vote.nominateUntil ?? vote.closesAt,
  })

/** To those on the roll: cast your vote. */
export const openNotice = (vote: InNotice): Telling =>
  notice(vote, {
    about: 'open',
    title: `请您投票：${vote.title}`,
    text: `最多选${String(vote.seats)}个，到${sayMoment(vote.closesAt)}为止。${vote.secret ? '这次不记名，投出去就不能改了。' : '截止以前可以改。'}`,
    note: '点开看一看，选好按一下',
    at: vote.closesAt,
  })

/** To those on the roll who have not voted; one for each person. */
export const remindNotice = (vote: InNotice): Telling =>
  notice(vote, {
    about: 'remind',
    title: `还没有投票：${vote.title}`,
    text: `到${sayMoment(vote.closesAt)}截止，您还没有投。点开选一选就行，不投也可以。`,
    note: '快截止了，您还没有投',
    at: vote.closesAt,
  })

/** To the one who is named. */
export const namedNotice = (vote: InNotice, { candidateId, proposed }: { candidateId: string; proposed: boolean }): Telling =>
  notice(vote, {
    about: `named:${candidateId}`,
    title: `${proposed ? '有同志推荐您' : '您在候选名单上'}：${vote.title}`,
    text: proposed ? '您同意了才会上候选名单，点开说一声愿意还是不愿意。' : '您要是不愿意，投票开始以前点开说一声就行。',
    note: proposed ? '愿意不愿意，点开说一声' : '不愿意的话，点开说一声',
    at: vote.nominateUntil ?? vote.closesAt,
  })

/** To the one who proposed a name that the publisher struck off. */
export const struckNotice = (vote: InNotice, { candidateId, name, words }: { candidateId: string; name: string; words: string }): Telling =>
  notice(vote, {
    about: `struck:${candidateId}`,
    title: `您推荐的${name}没有上名单`,
    text: `${vote.title}：${words}`,
    note: '点开看说明',
    at: vote.nominateUntil ?? vote.closesAt,
  })

/** To those on the roll: who was elected. */
export const resultNotice = (vote: InNotice, elected: readonly string[], at: Instant): Telling =>
  notice(vote, {
    about: 'result',
    title: `投票结果公布了：${vote.title}`,
    text: elected.length === 0 ? '请点开看票数。' : `当选：${elected.join('、')}。点开看票数。`,
    note: '点开看结果',
    at,
  })

/** To the publisher: a tie, or what else is theirs to decide. */
export const decideNotice = (vote: InNotice, { tied, left }: { tied: readonly string[]; left: number }, at: Instant): Telling =>
  notice(vote, {
    about: 'decide',
    title: tied.length > 0 ? `票数相同，请您定：${vote.title}` : `投票结束了：${vote.title}`,
    text:
      tied.length > 0
        ? `${tied.join('、')}票数相同，还剩${String(left)}个名额。点开可以在他们中间再投一次。`
        : '结果已经公布。点开可以给当选的同志授予荣誉。',
    note: tied.length > 0 ? '票数相同，点开定下一步' : '点开授予荣誉',
    at,
  })

/** It does not take place. */
export const cancelledNotice = (vote: InNotice, words: string, at: Instant): Telling =>
  notice(vote, { about: 'cancelled', title: `投票取消了：${vote.title}`, text: words, note: '投票取消了', at })
