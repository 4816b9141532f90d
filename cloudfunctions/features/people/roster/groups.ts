import { Organizations } from '../documents'
import { groupNameOf } from '../../../../core/people/roster/words'
import type { Organization } from '../documents'
import type { Importing, Part } from './importing'

export interface Place {
  groupId: string | null
  path: string
}

/**
 * The groups of a branch by one spelling of their names. Those that a file names and the branch lacks are made; a closed one of that name
 * opens again. Safe to run twice and side by side: a name is there once under its branch.
 * @returns where a member of a group belongs: its id and path
 */
export const placesFor = async (
  { store, actor, now }: Pick<Importing, 'store' | 'actor' | 'now'>,
  branch: Pick<Part, 'branchId' | 'path'>,
  names: ReadonlySet<string>,
  idFor: (name: string) => string,
): Promise<(groupName: string | undefined) => Place> => {
  const organizations = store.table(Organizations)
  const nowhere: Place = { groupId: null, path: branch.path }
  if (names.size === 0) return () => nowhere
  const load = async () => {
    const groups = await organizations.findAll({ parentId: branch.branchId })
    return new Map(groups.filter(one => one.kind === 'group').map(one => [groupNameOf(one.name), one]))
  }
  let groups = await load()
  const entry = (what: string) => ({ at: now, by: actor.name, what })
  const lacking = [...names].filter(name => !groups.has(name))
  const closed = [...names].flatMap(name => groups.get(name) ?? []).filter(one => one.closedAt !== undefined)
  await Promise.all([
    organizations.addAll(
      lacking.map((name): Organization => {
        const _id = idFor(name)
        return {
          _id,
          name,
          kind: 'group',
          parentId: branch.branchId,
          path: `${branch.path}${_id}/`,
          rosterVersion: 0,
          history: [entry('导入花名册时建立')],
        }
      }),
    ),
    ...closed.map(one => organizations.update({ _id: one._id }, { unset: ['closedAt'], push: { history: entry('导入花名册时重新启用') } })),
  ])
  if (lacking.length > 0) groups = await load()
  return groupName => {
    const group = groupName === undefined ? undefined : groups.get(groupName)
    return group ? { groupId: group._id, path: group.path } : nowhere
  }
}
