import { inRoom } from '../inRoom'
import { board, offices } from '../places'
import { about, namedOffice, oneOffice } from '../reader'

const all = board('考评')
const above = namedOffice(offices, oneOffice(offices))
const of = (what: string) => about('roundId', 'award', what, all)
const over = (what: string) => about('roundId', 'award', what, above)

/** Who may read each page of assessment. */
export const guarded = inRoom({
  assessments: all,
  assessmentSheet: of('支部的考评得分'),
  assessmentNamed: of('命名的支部'),
  assessmentVisit: over('实地查看'),
  assessmentMap: over('一次考评的全貌'),
  assessmentBranches: over('各支部得分'),
  openAssessment: above,
  assessmentTemplates: above,
  assessmentTemplate: above,
})
