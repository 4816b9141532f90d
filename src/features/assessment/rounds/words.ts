import type { Band, RuleState } from '../../../../core/assessment/evidence/score'
import { bands, bandWords, ruleStateWords, shareOf } from '../../../../core/assessment/evidence/score'
import type { Stage } from '../../../../core/assessment/rounds/rules'
import { stageWords } from '../../../../core/assessment/rounds/rules'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { sayDay } from '../../../../core/shared/spans'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Sheet = Given<'assessment.sheet'>
export type Rule = Sheet['rules'][number]
export type Round = Given<'assessment.list'>['items'][number]
export type MapData = Given<'assessment.map'>
export type MapLine = MapData['rows'][number]

/** A round, and the organization that a page is about. */
export interface At {
  roundId: string
  orgId: string
  orgName: string
}
/** What addresses name of it. */
export const addressOf = ({ roundId, orgId, orgName }: At) => ({ roundId, orgId, name: orgName })

/** Is it the name of a band? */
export const isBand = (text: string | undefined): text is Band => bands.some(one => one === text)

interface Chip {
  icon: IconName
  tone: Tone
  words: string
}
export const chipOfRule = (state: RuleState): Chip => {
  const words = ruleStateWords[state]
  if (state === 'met') return { icon: 'done', tone: 'good', words }
  if (state === 'partly') return { icon: 'pause', tone: 'warn', words }
  if (state === 'unmet') return { icon: 'alert', tone: 'danger', words }
  return { icon: 'radio', tone: 'soft', words }
}
export const chipOfBand = (band: Band): Chip => {
  const words = bandWords[band]
  if (band === 'first') return { icon: 'star', tone: 'good', words }
  if (band === 'middle') return { icon: 'chart', tone: 'ink', words }
  if (band === 'last') return { icon: 'warn', tone: 'warn', words }
  return { icon: 'pause', tone: 'soft', words }
}
export const chipOfStage = (stage: Stage): Chip => ({
  icon: stage === 'closed' ? 'done' : stage === 'checking' ? 'edit' : 'people',
  tone: stage === 'closed' ? 'soft' : 'ink',
  words: stageWords[stage],
})

/** 83 分, of those that are judged. */
export const saySum = ({ score, of }: { score: number; of: number }): string =>
  of === 0 ? '还没有评' : `${String(score)} 分（已评 ${String(of)} 分）`
export const sayShare = (score: { score: number; of: number }): string => {
  const share = shareOf(score)
  return share === null ? '未评' : `${String(share)}%`
}
/** Of how many points it is, and what is left to be judged. */
export const sayJudged = ({ of, total }: { of: number; total: number }): string =>
  `${of === 0 ? '' : `已评 ${String(of)} 分`}${of > 0 && of < total ? '，' : ''}${of < total ? `还有 ${String(total - of)} 分没有评，不扣分` : ''}`
export const sayRound = ({ period, orgName, closesOn, stage }: Pick<Round, 'period' | 'orgName' | 'closesOn' | 'stage'>): string =>
  [orgName, sayPeriod(period), ...(stage === 'checking' ? [`自查到${sayDay(closesOn)}`] : [])].join(' · ')
