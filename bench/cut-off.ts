import { join } from 'node:path'
import { openDatabase, type Database } from '../localcloud/engine/database'
import type { Doc } from '../localcloud/engine/values'
import { MORNING } from './cloud'
import { BY, halfWay, received } from './half-way'

const DAY = 24 * 60 * 60_000
const YEAR = 366 * DAY
const TODAY = '2026-11-21'

/** What calls leave behind that were cut off, and what comes due that the stories of a branch do not bring about by then: of a collection, what is set on which rows. */
const left: Readonly<Record<string, { which?: (row: Doc) => boolean; set: Doc | ((row: Doc) => Doc) }>> = {
  caseloads: { set: { due: MORNING } },
  activities: { which: row => row['state'] === 'published', set: { tellDue: MORNING, noticeDue: MORNING, movesDue: MORNING, moves: [] } },
  visits: { which: row => row['record'] !== undefined && row['record'] !== null, set: { settleAt: MORNING - DAY } },
  aftercare: { set: { dueAt: MORNING, remindAt: MORNING } },
  committees: { set: { remindOn: TODAY } },
  foundings: { which: row => row['answeredOn'] !== undefined, set: { dueAt: MORNING } },
  'honour-proposals': { set: { due: MORNING } },
  suggestions: { set: { remindOn: TODAY } },
  surveys: { which: row => row['state'] === 'open', set: { actDue: MORNING, acts: [{ what: 'open', nth: 0, at: MORNING }] } },
  'quiet-cases': { set: { endsAt: MORNING } },
  venues: { set: { sweepDue: MORNING } },
  // Those for which names are gathered alone: a run takes twenty, and of a large district all of one kind.
  votes: { which: row => row['state'] !== 'gathering', set: { actDue: MORNING + 10 * YEAR } },
  transfers: { which: row => row['memberId'] === 'n-12' || row['memberId'] === 'm-62', set: received },
  'fund-claims': { set: { due: MORNING - DAY } },
  'roster-previews': { set: { dueAt: MORNING } },
  requests: {
    set: {
      visitSigns: [{ rule: 'illness', at: MORNING, words: '住院', by: BY }],
    },
  },
}
/** Rows that no story leaves: what is forgotten at its time, and a member who is away. */
const added: Readonly<Record<string, Doc[]>> = {
  kiosks: [{ _id: 'kiosk-of-branch', until: MORNING - DAY }],
  'mobile-members': [
    {
      ...{
        _id: 'm-30',
        name: '某某',
        branchId: 'branch-01',
        branchName: '常青花园离退休干部党支部',
        path: '/district/changqing/branch-01/',
      },
      ...{ scopes: ['district', 'changqing', 'branch-01'], away: true, from: '2026-08-21', where: '深圳', reach: '', setAt: MORNING },
      ...{ contacts: [], dueOn: TODAY, reminder: 'silent', remindAt: MORNING, past: [], version: 1 },
    },
  ],
  'taken-rows': [{ _id: 'taken-of-branch', at: MORNING - 3 * DAY }],
}

const leaveIn = (database: Database): void => {
  for (const [name, { which = () => true, set }] of Object.entries(left)) {
    const rows = [...database.documents(name)].filter(which)
    database.load(
      name,
      rows.map(row => (typeof set === 'function' ? set(row) : { ...row, ...set })),
      'upsert',
    )
  }
  const appraisal = [...database.documents('activities')].find(row => row['kind'] === 'appraisal')
  if (!appraisal) throw new Error('no story has made an appraisal')
  const more = Object.entries(halfWay(String(appraisal['_id']))).map(([name, rows]) => [name, [...rows].map(row => ({ ...row }))] as const)
  for (const [name, rows] of [...Object.entries(added), ...more]) database.load(name, rows, 'upsert')
}

/** Puts it into a data folder that is not in use. */
export const leaveCutOff = async (data: string): Promise<void> => {
  const database = await openDatabase({ folder: join(data, 'database'), collections: 'as they are', now: () => MORNING, durable: false })
  leaveIn(database)
  await database.close()
}
