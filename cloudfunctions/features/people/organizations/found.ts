import { pathUnder } from '../../../../core/people/organizations/rules'
import { announce } from '../../../kernel/announcements'
import type { Ports } from '../../../kernel/ports'
import { AccountsChanged, BranchesChanged } from '../announcements'
import { markCoverage } from '../coverage/marks'
import { Organizations, type Organization } from '../documents'

type Founded = Pick<Organization, '_id' | 'name' | 'kind' | 'branchKind' | 'units' | 'groupKind' | 'history'>

/**
 * Puts an organization under another and has its figures counted; safe to repeat under the same `_id`.
 * @returns `exists` where this `_id` was here before, or the name stands under that parent already
 */
export const foundUnder = async (
  ports: Ports,
  parent: Pick<Organization, '_id' | 'path'>,
  founded: Founded,
): Promise<'added' | 'exists'> => {
  const { _id, kind } = founded
  const place = { parentId: parent._id, path: pathUnder(parent.path, _id), rosterVersion: 0 }
  const { orgKeys } = await import('../../../../core/people/organizations/found-by')
  const added = await ports.store.table(Organizations).add({ ...founded, ...place, findKeys: orgKeys(founded.name) })
  if (kind !== 'group') await markCoverage(ports, [_id, parent._id])
  if (kind !== 'group') await announce(ports, AccountsChanged, { branchId: _id })
  if (kind === 'group' || kind === 'branch') await announce(ports, BranchesChanged, { branchId: kind === 'group' ? parent._id : _id })
  return added
}
