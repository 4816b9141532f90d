import type { records as contract } from '../../../../core/life/records/contract'
import { lacksOf } from '../../../../core/life/records/kinds'
import { shownRecord } from '../activities/record'
import type { Handlers } from '../use-case'
import { meetingsOf } from './meetings'

export const contents: Handlers<Pick<typeof contract, 'life.contents'>> = {
  async 'life.contents'(span, context) {
    const meetings = await meetingsOf(context, span)
    return {
      items: meetings.map(({ _id, kind, title, startsAt, record }) => ({
        ...{ activityId: _id, kind, title, startsAt },
        lacks: lacksOf(record && shownRecord(record, false)),
      })),
    }
  },
}
