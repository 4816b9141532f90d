import type { activities as contract } from '../../../../core/life/activities/contract'
import { claimFiles, endFiles } from '../../../kernel/files'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'

export const record: Handlers<Pick<typeof contract, 'activity.record'>> = {
  async 'activity.record'({ activityId, line, minutes, photoFileIds }, context) {
    const { store, checkText } = context
    const files = { purpose: 'record', about: activityId } as const
    await Promise.all([checkText([line, minutes].filter(Boolean).join('\n')), claimFiles(context, photoFileIds, files)])
    await store.table(Activities).update({ _id: activityId }, { set: { record: { line, minutes, photoFileIds } } })
    await endFiles(context, files, photoFileIds)
    return {}
  },
}
