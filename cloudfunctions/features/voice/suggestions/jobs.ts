import { dueNotice } from '../../../../core/voice/suggestions/notices'
import { reminderOn } from '../../../../core/voice/suggestions/rules'
import { noticesMayGoOut } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { keepersOf } from '../../people/public'
import { type Suggestion, Suggestions } from './documents'
import { change } from './row'

const EACH_RUN = 100

/** Tells its keepers, then notes it: cut off in between they are told again, which is the same message. */
const remindOf = async (ports: Ports, row: Suggestion): Promise<void> => {
  const { store, now } = ports
  const what = reminderOn(row, dateOf(now))
  if (what) await tell(ports, await keepersOf(store, { _id: row.memberId, path: row.path }), dueNotice(row, what, row.dueOn, now))
  await change(store, row, before => ({ ...before, ...(what && before.dueOn === row.dueOn ? { reminded: what } : {}) }))
}

/** Reminds of suggestions whose day is near, and once of those whose day is over. */
const remindOfSuggestions: Job = async ports => {
  const { store, now } = ports
  if (!noticesMayGoOut(now)) return 0
  const due = await store
    .table(Suggestions)
    .find({ remindOn: { lte: dateOf(now) } }, { order: [['remindOn', 'asc'], ['_id', 'asc']], limit: EACH_RUN }) // prettier-ignore
  return eachRow(due, 'remindOfSuggestions', row => remindOf(ports, row))
}

export const suggestionJobs = { remindOfSuggestions: every(5, remindOfSuggestions) }
