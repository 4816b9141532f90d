import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'

interface InNotice {
  _id: string
  name: string
  orgName: string
}

const notice = (
  round: InNotice,
  said: { about: string; title: string; text: string; page: Telling['page']; note: string; at: Instant },
): Telling => ({
  kind: 'assessment',
  about: `${round._id}:${said.about}`,
  title: said.title,
  text: said.text,
  page: said.page,
  fields: { what: round.name, when: shanghai(said.at).format('YYYY-MM-DD HH:mm'), where: round.orgName, note: said.note },
})

/** To the secretaries of a branch: it is judged, or may apply. */
export const openedNotice = (
  round: InNotice & { closesOn: DateText; entry: 'all' | 'apply' },
  { branchId, name }: { branchId: string; name: string },
  at: Instant,
): Telling =>
  notice(round, {
    ...{ about: `opened:${branchId}`, at, page: routes.assessmentSheet({ roundId: round._id, orgId: branchId, name }) },
    title: round.entry === 'apply' ? `可以申报：${round.name}` : `请支部自查：${round.name}`,
    text: `${round.orgName}开始${round.name}。平时做的，系统已经替您填好；其余的请在${sayDay(round.closesOn)}以前看一看、补一补。`,
    note: '点开看支部得分',
  })

/** To the secretaries of a branch: it is named. */
export const namedNotice = (
  round: InNotice,
  { branchId, name, batch }: { branchId: string; name: string; batch: string },
  at: Instant,
): Telling =>
  notice(round, {
    ...{ about: `named:${branchId}:${batch}`, at, page: routes.assessmentSheet({ roundId: round._id, orgId: branchId, name }) },
    title: `祝贺！${name}被命名`,
    text: `${round.orgName}命名${name}为“${round.name}”（${batch}）。`,
    note: '点开看奖牌',
  })

/** To the judges who spoke to a rule: the branch does not agree. */
export const appealNotice = (
  round: InNotice,
  { branchId, name, ruleId, words }: { branchId: string; name: string; ruleId: string; words: string },
  at: Instant,
): Telling =>
  notice(round, {
    ...{
      about: `appeal:${branchId}:${ruleId}:${String(at)}`,
      at,
      page: routes.assessmentSheet({ roundId: round._id, orgId: branchId, name }),
    },
    title: `${name}对评分有意见`,
    text: words,
    note: '点开看，请答复',
  })

/** To the secretaries of a branch: there is an answer. */
export const answeredNotice = (
  round: InNotice,
  { branchId, name, ruleId, words }: { branchId: string; name: string; ruleId: string; words: string },
  at: Instant,
): Telling =>
  notice(round, {
    ...{
      about: `answered:${branchId}:${ruleId}:${String(at)}`,
      at,
      page: routes.assessmentSheet({ roundId: round._id, orgId: branchId, name }),
    },
    title: '您提的意见有答复了',
    text: words,
    note: '点开看答复',
  })
