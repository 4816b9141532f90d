import type { activities as contract } from '../../../../core/life/activities/contract'
import { ActivityTemplates } from '../documents'
import type { Handlers } from '../use-case'

export const removeTemplate: Handlers<Pick<typeof contract, 'template.remove'>> = {
  async 'template.remove'({ templateId }, { store }) {
    await store.table(ActivityTemplates).remove({ _id: templateId })
    return {}
  },
}
