import type { activities as contract } from '../../../../core/life/activities/contract'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'

export const record: Handlers<Pick<typeof contract, 'activity.record'>> = {
  async 'activity.record'({ activityId, line, minutes, photoFileIds }, { store, checkText }) {
    await checkText([line, minutes].filter(Boolean).join('\n'))
    await store.table(Activities).update({ _id: activityId }, { set: { record: { line, minutes, photoFileIds } } })
    return {}
  },
}
