import type { SurveyCount } from '../../../../core/voice/surveys/contract'
import type { SurveyQuestion, surveyStates } from '../../../../core/voice/surveys/questions'
import type { Instant } from '../../../../core/shared/operation'
import type { Acting, ActInPieces } from '../../../kernel/acts'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** Telling all who belong there that it is open, or of its result. */
export interface SurveyAct extends ActInPieces {
  what: 'open' | 'result'
}

/** An anonymous survey (P51); its box has the same `_id`. */
export interface Survey extends Acting<SurveyAct> {
  orgId: string
  orgName: string
  path: string
  scopes: string[]
  title: string
  questions: SurveyQuestion[]
  closesAt: Instant
  tellers: { memberId: string; name: string }[]
  state: (typeof surveyStates)[number]
  createdBy: Actor
  createdAt: Instant
  /** The number of its keys, once all are made. */
  code?: string
  result?: SurveyCount & { tickets: number }
  /** The tellers who counted, and whether each came to the same as the first. */
  counts: { memberId: string; name: string; same: boolean }[]
  version: number
}
export const Surveys = collection('surveys', {
  indexes: [
    by('within', 'scopes', 'createdAt', '_id'),
    by('organization', 'orgId', 'createdAt', '_id'),
    by('due', 'actDue'),
    by('place', 'path'),
    by('teller', 'tellers.memberId'),
    by('counted', 'counts.memberId'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: moves(['tellers.memberId', 'counts.memberId'], { version: 'version' }),
}).of<Survey>()
