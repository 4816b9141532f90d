import { assessmentWords } from '../../../../words/rooms/assessment'
import { inRoom } from '../inRoom'
import { above, board, branch, offices, secretary } from '../places'
import { about, known, namedOffice, officer, oneOffice } from '../reader'

const all = board('考评')
const below = namedOffice(offices, oneOffice(offices))
const of = (what: string) => about('roundId', 'award', what, all)
const over = (what: string) => about('roundId', 'award', what, below)
const remedies = board('看整改清单')
const homes = board('看老党员之家')

/** Who may read each page of assessment. */
export const guarded = inRoom(assessmentWords, {
  assessments: all,
  assessmentSheet: of('支部的考评得分'),
  assessmentNamed: of('命名的支部'),
  assessmentVisit: over('实地查看'),
  assessmentMap: over('一次考评的全貌'),
  assessmentBranches: over('各支部得分'),
  assessmentYear: below,
  award: over('以奖代补'),
  openAssessment: below,
  assessmentTemplates: below,
  assessmentTemplate: below,
  remedies,
  remedy: about('id', 'steps', '一项整改', known),
  saveRemedy: remedies,
  myRemedies: known,
  debrief: about('branchId', 'edit', '一个支部的述职', officer(above('看述职'))),
  writeDebrief: about('branchId', 'edit', '写述职', secretary),
  debriefs: below,
  brands: board('看支部品牌'),
  saveBrand: branch,
  brandGallery: known,
  brand: about('id', 'star', '一个支部的品牌', known),
  partyHomes: homes,
  partyHome: about('id', 'home', '一个老党员之家', officer(above('看老党员之家'))),
  savePartyHome: homes,
})
