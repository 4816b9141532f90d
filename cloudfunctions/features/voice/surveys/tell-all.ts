import { openNotice, resultNotice } from '../../../../core/voice/surveys/notices'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { type Survey, Surveys } from './documents'

/** People of one piece, and how long a call begins further pieces. */
const [PIECE, CALL_MS, RUN_MS] = [500, 6000, 40_000] as const
const EACH_RUN = 20
/** For so long the timer leaves it to the call that is at it. */
const LEASE = 60_000
const byPath = byText('path')

/** Sets on a survey that all who belong there are to be told. */
export const toBeTold = (survey: Survey, what: 'open' | 'result', now: number): Survey => ({
  ...survey,
  telling: { what },
  tellDue: now + LEASE,
})

/** Tells all who belong there, piece by piece; cut off anywhere the timer goes on, and telling twice is telling once. */
export const tellAll = async (ports: Ports, seen: Survey, until: number = CALL_MS): Promise<void> => {
  const { store, now, elapsed } = ports
  const table = store.table(Surveys)
  let survey = seen
  while (survey.telling && elapsed() <= until) {
    const { what, after } = survey.telling
    const notice = { ...survey, code: survey.code ?? '' }
    const [page, affiliates] = await Promise.all([
      pageBy(store.table(Members), { path: { startsWith: survey.path } }, byPath, { size: PIECE, cursor: after }),
      after === undefined ? store.table(Members).findAll({ 'affiliates.branchId': survey.orgId }) : [],
    ])
    const people = [...page.items, ...affiliates].filter(one => one.state === 'active').map(one => one._id)
    await tell(ports, people, what === 'open' ? openNotice(notice) : resultNotice(notice), { atOnce: 50 })
    const { telling: _told, tellDue: _due, ...rest } = survey
    const next: Survey = page.cursor === null ? rest : { ...rest, telling: { what, after: page.cursor }, tellDue: now + LEASE }
    if (!(await table.swap(survey, next))) return
    survey = next
  }
}

const tellOfSurveys: Job = async ports => {
  const due = await ports.store.table(Surveys).find({ tellDue: { lte: ports.now } }, { order: [['tellDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'tellOfSurveys', row => tellAll(ports, row, RUN_MS))
}
export const surveyJobs = { tellOfSurveys }
