import type { visits as contract } from '../../../../core/care/visits/contract'
import { reachOf } from '../../../../core/shared/reach'
import { announce } from '../../../kernel/announcements'
import { Members } from '../../people/public'
import { RequestSeen } from '../announcements'
import type { Handlers } from '../use-case'
import { mayCorrect } from './correct'
import { mineOf } from './item'
import { mayRecord } from './record'
import { settingsAt } from './settings'
import { standingOn } from './standing'

export const get: Handlers<Pick<typeof contract, 'visit.get'>> = {
  async 'visit.get'(_, context) {
    const { store, subject: visit, person, people, account, may, now, fail } = context
    const { record, raised } = visit
    const [elder, settingsOf, standing, seen] = await Promise.all([
      store.table(Members).get(visit.memberId),
      settingsAt(store, [visit.path]),
      standingOn(store, person, visit),
      raised?.requestId === undefined
        ? Promise.resolve<boolean[]>([])
        : announce(context, RequestSeen, { requestId: raised.requestId, person, people, account }),
    ])
    const reach = reachOf(standing)
    if (reach === 'none') return fail('FORBIDDEN')
    const whole = reach === 'whole'
    return {
      ...mineOf(visit, elder ?? undefined, whole, settingsOf(visit.path), now),
      branchId: visit.branchId,
      ...(raised?.requestId !== undefined && seen.includes(true) ? { requestId: raised.requestId } : {}),
      record: record
        ? {
            at: record.at,
            ...(record.said === undefined ? {} : { doubtful: true }),
            by: record.by,
            note: record.note,
            brought: record.brought,
            found: record.found,
            photoFileIds: record.photoFileIds,
            ...(record.voiceFileId === undefined ? {} : { voiceFileId: record.voiceFileId }),
            requestIds: record.requestIds,
            actorName: record.actor.name,
          }
        : null,
      corrections: (visit.corrections ?? []).map(({ at, by, why, withdrawn }) => ({ at, by: by.name, why, withdrawn })),
      may: [
        ...(visit.state === 'due' && mayRecord(standing, visit, person) ? (['record'] as const) : []),
        ...(visit.state === 'done' && mayCorrect(standing, visit, person) ? (['correct'] as const) : []),
        ...(visit.state === 'due' ? may('assign') : []),
      ],
    }
  },
}
