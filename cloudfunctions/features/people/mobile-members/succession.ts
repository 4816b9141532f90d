import { scopesOf } from '../../../../core/shared/scopes'
import { rowsGo, type Succeed } from '../../../kernel/succession'
import { Members } from '../documents'
import { MobileMembers } from './documents'

/** Members who are away stay known as such, with their clock, to the branch in the place of theirs. */
export const mobileMembersGo: Succeed = async (ports, { from, into, intoName, memberIds }) => {
  const { store } = ports
  const [rows, members] = await Promise.all([store.table(MobileMembers).getMany(memberIds), store.table(Members).getMany(memberIds)])
  const pathOf = new Map(members.map(one => [one._id, one.path]))
  await rowsGo(ports, MobileMembers, rows, row => {
    const path = pathOf.get(row._id)
    if (path === undefined || row.branchId !== from) return undefined
    const scopes = row.away ? [...new Set([...scopesOf(path), ...scopesOf(row.host?.path ?? '')])] : []
    return { ...row, branchId: into, branchName: intoName, path, scopes, version: row.version + 1 }
  })
}
