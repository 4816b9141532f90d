import { roleWords } from '../../../../core/shared/role-words'
import { auditRows } from '../../../kernel/audit'
import { Audit } from '../../../kernel/documents'
import type { Ports } from '../../../kernel/ports'
import type { TextSheet } from '../../../spreadsheets/write'
import { assessmentHandedOn } from '../../assessment/public'
import { careHandedOn } from '../../care/public'
import { figuresHandedOn } from '../../figures/public'
import { helpHandedOn } from '../../help/public'
import { voiceHandedOn } from '../../voice/public'
import { lifeHandedOn } from '../../life/public'
import { Members, Organizations, rosterSheets, type Member, type Organization } from '../../people/public'
import { serviceHandedOn } from '../../service/public'
import type { HandOver } from '../documents'

/** More than a branch has. */
const MOST_GROUPS = 1000

const organizationColumns = [
  { title: '组织', width: 36 },
  { title: '编号', width: 24 },
  { title: '情况', width: 10 },
] as const
const officerColumns = [
  { title: '姓名', width: 12 },
  { title: '职务', width: 14 },
  { title: '负责的组织', width: 36 },
] as const

/** The branch with its groups, and who holds an office from it. */
const organizationSheets = async (
  { store }: Pick<Ports, 'store'>,
  branch: Organization,
  members: readonly Member[],
): Promise<TextSheet[]> => {
  const [own, held] = await Promise.all([
    store.table(Organizations).find({ path: { startsWith: branch.path } }, { order: [['path', 'asc']], limit: MOST_GROUPS }),
    store.table(Organizations).getMany([...new Set(members.flatMap(one => one.grants.map(grant => grant.orgId)))]),
  ])
  const nameOf = new Map([...own, ...held].map(one => [one._id, one.name]))
  const officers = members.flatMap(one => one.grants.map(({ role, orgId }) => [one.name, roleWords[role], nameOf.get(orgId) ?? orgId]))
  return [
    {
      name: '组织',
      columns: organizationColumns,
      rows: own.map(({ _id, name, closedAt }) => [name, _id, closedAt === undefined ? '' : '已撤销']),
    },
    { name: '干部', columns: officerColumns, rows: officers },
  ]
}

/** Everything that a branch owns as one workbook. Everyone on its roster is taken along, which the audit says before the workbook is there. */
export const workbookOf = async (ports: Ports, { by, _id }: HandOver, branch: Organization): Promise<Uint8Array> => {
  const { store, now } = ports
  const [members, { writeWorkbook }] = await Promise.all([
    store.table(Members).findAll({ branchId: branch._id }),
    import('../../../spreadsheets/write'),
  ])
  const names = new Map(members.map(one => [one._id, one.name]))
  // Guests of other branches stand there by their id: their own branch hands on who they are.
  const nameOf = (memberId: string) => names.get(memberId) ?? memberId
  const sheets = [
    ...rosterSheets(members),
    ...(await organizationSheets(ports, branch, members)),
    ...(await lifeHandedOn(store, branch._id, nameOf)),
    ...(await serviceHandedOn(store, branch._id, nameOf)),
    ...(await careHandedOn(store, branch, members, now)),
    ...(await helpHandedOn(store, branch._id, nameOf)),
    ...(await voiceHandedOn(store, branch._id)),
    ...(await assessmentHandedOn(store, branch._id, now)),
    ...(await figuresHandedOn(store, branch._id, now)),
  ]
  const looks = auditRows(
    members.map(one => ({ memberId: one._id, what: 'roster.export' as const })),
    by,
    ports,
  )
  // Named by the export, so that a workbook that is made again is one look.
  await store.table(Audit).addAll(looks.map(one => ({ ...one, _id: `${_id}:${one.memberId}` })))
  return writeWorkbook(sheets)
}
