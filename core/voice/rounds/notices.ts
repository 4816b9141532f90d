import { shanghai } from '../../shared/calendar'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes, type Route } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'

interface InNotice {
  _id: string
  title: string
  orgName: string
  gatherUntil?: Instant
  judgeUntil: Instant
}

const notice = (
  round: InNotice,
  { kind, page, ...said }: { kind: NoticeKind; page: Route; about: string; title: string; text: string; note: string; at: Instant },
): Telling => ({
  ...{ kind, page, about: `${round._id}:${said.about}`, title: said.title, text: said.text },
  fields: { what: round.title, when: shanghai(said.at).format('YYYY-MM-DD HH:mm'), where: round.orgName, note: said.note },
})
const toJury = (round: InNotice, said: { about: string; title: string; text: string; note: string; at: Instant }): Telling =>
  notice(round, { kind: 'jury', page: routes.round({ id: round._id }), ...said })

/** To all members: suggestions are wanted. */
export const wantedNotice = (round: InNotice): Telling =>
  notice(round, {
    ...{ kind: 'suggestion-wanted', page: routes.suggest(), about: 'wanted', at: round.gatherUntil ?? round.judgeUntil },
    title: `征集金点子：${round.title}`,
    text: `有好主意请提出来，到${sayMoment(round.gatherUntil ?? round.judgeUntil)}为止。说话、打字、拍照都行，过后请评委评一评。`,
    note: '有好主意请提出来',
  })

/** To the jury: score them. */
export const judgeNotice = (round: InNotice, entries: number): Telling =>
  toJury(round, {
    ...{ about: 'judge', at: round.judgeUntil },
    title: `请您当评委：${round.title}`,
    text: `一共${String(entries)}条建议，每条按一下打个分，到${sayMoment(round.judgeUntil)}为止。谁提的不写名字，别人打几分也看不见。`,
    note: '每条按一下，打个分',
  })

/** To a juror who has not scored all. */
export const judgeSoonNotice = (round: InNotice): Telling =>
  toJury(round, {
    ...{ about: 'soon', at: round.judgeUntil },
    title: `还有建议没有打分：${round.title}`,
    text: `到${sayMoment(round.judgeUntil)}截止，请您点开接着打分。`,
    note: '快截止了，还有没打分的',
  })

/** To the jury and the one who opened it: the scores are open. */
export const judgedNotice = (round: InNotice, at: Instant): Telling =>
  toJury(round, {
    ...{ about: 'judged', at },
    title: `评分出来了：${round.title}`,
    text: '点开看名次和分数。',
    note: '点开看名次和分数',
  })

/** To a proposer: the jury has scored it. */
export const proposerNotice = (round: InNotice, { code, text }: { code: string; text: string }, at: Instant): Telling =>
  notice(round, {
    ...{ kind: 'suggestion-news', page: routes.mySuggestions(), about: `judged:${code}`, at },
    title: '您的建议参加了金点子评选',
    text: `“${text === '' ? '（录音或照片）' : text.slice(0, 60)}” 评委已经看过，入选的会另外告诉您怎么办。谢谢您出主意！`,
    note: '评委看过了，谢谢您',
  })
