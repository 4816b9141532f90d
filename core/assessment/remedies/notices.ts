import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'

interface InNotice {
  _id: string
  branchName: string
  problem: string
  dueOn: DateText
  ownerName: string
}

const SHOWN = 60
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text)
const fieldsOf = (row: InNotice, what: string, at: Instant): Telling['fields'] => ({
  ...{ what, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: row.branchName, note: `${sayDay(row.dueOn)}以前` },
})

const ownerWords = {
  asked: ['有一项整改请您负责', '改好了请点开说一声，有照片就附上。'],
  soon: ['有一项整改快到日子了', '改好了请点开说一声，还要些时间请告诉支部书记。'],
  late: ['有一项整改过了日子', '改好了请点开说一声，还要些时间请告诉支部书记。'],
  reopened: ['有一项整改还要再改一改', '请点开看看还差什么。'],
} as const

/** To its owner: when it is given to them, before its day, once it is late, when it is opened again. `nth` tells one such word from another. */
export const ownerNotice = (row: InNotice, what: keyof typeof ownerWords, at: Instant, nth = ''): Telling => {
  const [title, then] = ownerWords[what]
  return {
    kind: 'remedy',
    about: `${row._id}:${what}:${row.dueOn}${nth}`,
    title,
    text: `${short(row.problem)}：说好${sayDay(row.dueOn)}以前改好。${then}`,
    page: routes.remedy({ id: row._id }),
    fields: fieldsOf(row, title, at),
  }
}

const desk = (row: InNotice, about: string, title: string, text: string, at: Instant): Telling => ({
  kind: 'remedy-desk',
  about: `${row._id}:${about}`,
  title,
  text,
  page: routes.remedy({ id: row._id }),
  fields: fieldsOf(row, title, at),
})

/** To the secretaries: its day is over. */
export const lateNotice = (row: InNotice, at: Instant): Telling =>
  desk(
    row,
    `late:${row.dueOn}`,
    '有一项整改过了日子',
    `${row.ownerName}负责的“${short(row.problem)}”说好${sayDay(row.dueOn)}以前改好。`,
    at,
  )

/** To the secretaries: its owner says that it is done. */
export const reportedNotice = (row: InNotice, nth: number, at: Instant): Telling =>
  desk(row, `reported:${String(nth)}`, `${row.ownerName}说整改好了`, `“${short(row.problem)}” 请看一看，改到位了就销号。`, at)

/** To the secretaries: its owner is there no more. */
export const ownerlessNotice = (row: InNotice & { version: number }, at: Instant): Telling =>
  desk(row, `ownerless:${String(row.version)}`, '有一项整改没有人负责了', `“${short(row.problem)}” 请另请一位同志负责。`, at)
