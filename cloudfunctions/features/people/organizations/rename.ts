import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { Duplicate } from '../../../kernel/failure'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { historyRow } from './history'

export const rename: Handlers<Pick<typeof contract, 'org.rename'>> = {
  async 'org.rename'({ name }, context) {
    const { store, subject: org, checkText, fail } = context
    const table = store.table(Organizations)
    if (org.name !== name) {
      await checkText(name)
      const { orgKeys } = await import('../../../../core/people/organizations/found-by')
      const renamed = { set: { name, findKeys: orgKeys(name) }, push: { history: historyRow(context, `renamed: ${org.name} → ${name}`) } }
      try {
        const changed = await table.update({ _id: org._id, name: org.name }, renamed)
        if (changed === 0 && (await table.get(org._id))?.name !== name) return fail('CONFLICT')
      } catch (error) {
        if (error instanceof Duplicate) return fail('ORG_NAME_TAKEN')
        throw error
      }
    }
    // The roster writes the group's name beside each of its members; done even when the name was set already, so that a repeat completes it.
    if (org.kind === 'group') await store.table(Members).update({ path: org.path, groupName: { not: name } }, { set: { groupName: name } })
    return {}
  },
}
