import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'
import { stateWords, type SuggestionState } from './states'

interface InNotice {
  _id: string
  text: string
  name: string
}

/** As much of a text as a message has room for. */
const SHOWN = 60
const short = (text: string): string => (text === '' ? '（录音或照片）' : text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text)
const when = (at: Instant): string => shanghai(at).format('YYYY-MM-DD HH:mm')

/** To the proposer and those who joined: what became of it, in the words of those who answer. */
export const newsNotice = (row: InNotice, step: { state: SuggestionState; words: string; at: Instant }, nth: number): Telling => ({
  kind: 'suggestion-news',
  about: `${row._id}:${String(nth)}`,
  title: `您的建议：${stateWords[step.state]}`,
  text: `“${short(row.text)}” ${step.words}`,
  page: routes.mySuggestions(),
  fields: { what: `您的建议${stateWords[step.state]}`, when: when(step.at), where: '建言献策', note: '点开看回复' },
})

/** To the proposer and those who joined: what came of it. */
export const outcomeNotice = (row: InNotice, words: string, at: Instant): Telling => ({
  kind: 'suggestion-news',
  about: `${row._id}:outcome:${String(at)}`,
  title: '您的建议办成了',
  text: `“${short(row.text)}” ${words}`,
  page: routes.mySuggestions(),
  fields: { what: '您的建议办成了', when: when(at), where: '建言献策', note: '点开看办得怎么样' },
})

const desk = (row: InNotice, about: string, title: string, text: string, at: Instant): Telling => ({
  kind: 'suggestion-desk',
  about: `${row._id}:${about}`,
  title,
  text,
  page: routes.suggestion({ id: row._id }),
  fields: { what: title, when: when(at), where: '建言献策', note: '点开看一看' },
})

/** To its keepers: a suggestion has come. */
export const cameNotice = (row: InNotice, dueOn: DateText, at: Instant): Telling =>
  desk(row, 'came', `${row.name}提了一条建议`, `“${short(row.text)}” 请在${sayDay(dueOn)}以前答复。`, at)

/** To its keepers: its day is near, or over. */
export const dueNotice = (row: InNotice, what: 'soon' | 'late', dueOn: DateText, at: Instant): Telling =>
  desk(
    row,
    `${what}:${dueOn}`,
    what === 'late' ? '有一条建议过了日子还没答复' : '有一条建议快到答复的日子了',
    `${row.name}：“${short(row.text)}” 说好${sayDay(dueOn)}以前答复。`,
    at,
  )

/** To its keepers: the proposer says that the answer does not answer it. */
export const unansweredNotice = (row: InNotice, nth: number, words: string, at: Instant): Telling =>
  desk(row, `no:${String(nth)}`, `${row.name}说还没有答到点上`, `“${short(row.text)}”${words === '' ? '' : ` ${words}`}`, at)
