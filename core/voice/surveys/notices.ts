import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'

interface InNotice {
  _id: string
  title: string
  orgName: string
  closesAt: Instant
  /** The number that is the same on every phone, where all keys are made. */
  code: string
}

const telling = (
  kind: 'survey-open' | 'survey-result' | 'survey-teller',
  survey: InNotice,
  about: string,
  title: string,
  text: string,
): Telling => ({
  kind,
  about: `${survey._id}:${about}`,
  title,
  text,
  page:
    kind === 'survey-teller'
      ? routes.surveyTeller({ id: survey._id })
      : kind === 'survey-open'
        ? routes.survey({ id: survey._id })
        : routes.surveyResult({ id: survey._id }),
  fields: { what: title, when: shanghai(survey.closesAt).format('YYYY-MM-DD HH:mm'), where: survey.orgName, note: '不记名' },
})

/** To those invited: it is open. The number is that of its keys, so that a key of one's own would be noticed. */
export const openNotice = (survey: InNotice): Telling =>
  telling(
    ...(['survey-open', survey, 'open', `不记名测评：${survey.title}`] as const),
    `${sayMoment(survey.closesAt)}截止。支部只知道谁领了票，不知道谁填了什么。核对码 ${survey.code}，大家手机上的都一样。`,
  )
/** To a teller: make the key. */
export const tellerNotice = (survey: InNotice): Telling =>
  telling(
    'survey-teller',
    survey,
    'teller',
    '请您当监票人',
    `“${survey.title}”请您监票。请打开，在您手机上做一把钥匙；没有它，谁也打不开票箱。`,
  )
/** To a teller: the box is closed. */
export const countNotice = (survey: InNotice): Telling =>
  telling('survey-teller', survey, 'count', '请您开箱点票', `“${survey.title}”截止了。请打开，用您手机上的钥匙开箱，手机会自己点票。`)
/** To those invited: there is a result. */
export const resultNotice = (survey: InNotice): Telling =>
  telling('survey-result', survey, 'result', `测评结果出来了：${survey.title}`, '点开看每道题的结果。')
