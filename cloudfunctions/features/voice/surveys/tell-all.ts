import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { openNotice, resultNotice } from '../../../../core/voice/surveys/notices'
import { CALL_MS, type Done, goOnWith, LEASE, RUN_MS } from '../../../kernel/acts'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { type Survey, type SurveyAct, Surveys } from './documents'

/** People of one piece. */
const PIECE = 500
const EACH_RUN = 20
const byPath = byText('path')

/** Sets on a survey that all who belong there are to be told. */
export const toBeTold = (survey: Survey, what: SurveyAct['what'], now: number): Survey => ({
  ...survey,
  acts: [...survey.acts.filter(one => one.what !== what), { what, nth: 0, at: now }],
  actDue: now + LEASE,
})

/** One piece of those who belong there. No phone rings at night for what can wait. */
const tellPiece = async (ports: Ports, survey: Survey, { what, after }: SurveyAct): Promise<Done<Survey>> => {
  const { store, now } = ports
  const notice = { ...survey, code: survey.code ?? '' }
  const [page, affiliates] = await Promise.all([
    pageBy(store.table(Members), { path: { startsWith: survey.path } }, byPath, { size: PIECE, cursor: after }),
    after === undefined ? store.table(Members).findAll({ 'affiliates.branchId': survey.orgId }) : [],
  ])
  const people = [...page.items, ...affiliates].filter(one => one.state === 'active').map(one => one._id)
  await tell(ports, people, what === 'open' ? openNotice(notice) : resultNotice(notice), { from: wakingFrom(now) })
  return { after: page.cursor ?? undefined }
}

/** Tells all who belong there, piece by piece. */
export const tellAll = async (ports: Ports, seen: Survey, until: number = CALL_MS): Promise<void> => {
  await goOnWith<SurveyAct, Survey>(
    ports,
    ports.store.table(Surveys),
    { piece: tellPiece, rests: ({ actDue: _lease, ...rest }, due) => (due === undefined ? rest : { ...rest, actDue: due }) },
    seen,
    until,
  )
}

const tellOfSurveys: Job = async ports => {
  const due = await ports.store.table(Surveys).find({ actDue: { lte: ports.now } }, { order: [['actDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'tellOfSurveys', row => tellAll(ports, row, RUN_MS))
}
export const surveyJobs = { tellOfSurveys }
