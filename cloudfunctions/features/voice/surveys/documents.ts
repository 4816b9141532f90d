import type { SurveyCount } from '../../../../core/voice/surveys/contract'
import type { SurveyQuestion, surveyStates } from '../../../../core/voice/surveys/questions'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** An anonymous survey (P51); its box has the same `_id`. */
export interface Survey {
  _id: string
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
  /** Who is still to be told: that it is open, or of its result; `after` is where the next piece of people begins. */
  telling?: { what: 'open' | 'result'; after?: string }
  tellDue?: Instant
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
    by('tell', 'tellDue'),
    by('place', 'path'),
    by('teller', 'tellers.memberId'),
    by('counted', 'counts.memberId'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: moves(['tellers.memberId', 'counts.memberId'], { version: 'version' }),
}).of<Survey>()
