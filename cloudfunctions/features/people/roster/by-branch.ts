import { placer, UNPLACED, type Standing } from '../../../../core/people/roster/branches'
import type { RosterReading } from '../../../../core/people/roster/read'
import type { Fault, PersonRow } from '../../../../core/people/roster/row'
import { askedAsTwin, twinsAcross } from '../../../../core/people/roster/twins-across'
import { pathUnder } from '../../../../core/people/organizations/rules'
import { byText, rowsBy } from '../../../kernel/keyset'
import { Members, Organizations, type Member, type Organization } from '../documents'
import type { PreviewedBranch, PreviewedRow } from './documents'
import { VOLUNTEERS } from '../identity/volunteers'
import { mayCome, peopleElsewhere, type Elsewhere } from './elsewhere'
import { judgeFor, type Previewing } from './judge'
import { hash } from './write-members'

/** A branch that a file brings people into, and what its rows would do. */
export type Judged = Omit<PreviewedBranch, 'counts' | 'asked'> & { rows: PreviewedRow[] }

const standingOf = ({ _id, name, kind, path, closedAt }: Organization): Standing => ({
  orgId: _id,
  name,
  kind,
  path,
  closed: closedAt !== undefined,
})

const grouped = <T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> => {
  const by = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = by.get(key)
      if (known) known.push(one)
      else by.set(key, [one])
    }
  return by
}

/** A row that belongs to no branch. */
const misplaced = ({ row, sheet, name, errors, warnings }: PersonRow, fault: Fault): PreviewedRow => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  fate: 'error',
  errors: [fault, ...errors],
  ...(warnings.length > 0 ? { warnings } : {}),
})

/** The rows by branch, each branch as it stands or as it would be made, and those rows that belong to none. */
const placed = ({ people }: RosterReading, root: Organization, organizations: readonly Organization[], commandId: string) => {
  const standing = organizations.map(standingOf)
  const byId = new Map(organizations.map(one => [one._id, one]))
  const place = placer(standingOf(root), standing)
  const branches = new Map<string, { branch: Omit<PreviewedBranch, 'counts' | 'asked'>; rows: PersonRow[] }>()
  const lost: PreviewedRow[] = []
  for (const row of people) {
    const belonging = place(row)
    if ('fault' in belonging) {
      lost.push(misplaced(row, belonging.fault))
      continue
    }
    const there = 'at' in belonging ? byId.get(belonging.at.orgId) : undefined
    const branchId =
      'at' in belonging ? belonging.at.orgId : `b-${hash(`${commandId}/${belonging.founding.under.orgId}/${belonging.founding.key}`)}`
    const known = branches.get(branchId)
    if (known) {
      known.rows.push(row)
      continue
    }
    const branch =
      'at' in belonging
        ? { name: belonging.at.name, path: belonging.at.path, under: byId.get(there?.parentId ?? '')?.name ?? root.name }
        : {
            name: belonging.founding.name,
            path: pathUnder(belonging.founding.under.path, branchId),
            under: belonging.founding.under.name,
            parentId: belonging.founding.under.orgId,
          }
    branches.set(branchId, { branch: { branchId, rosterVersion: there?.rosterVersion ?? 0, ...branch }, rows: [row] })
  }
  return { branches: [...branches.values()], lost }
}

/**
 * What the rows of a file that names each person's branch would do, branch by branch. All that has to be known of the rosters is read at once: the members
 * below the organization, and who elsewhere has one of the telephones.
 */
export const judgeByBranch = async (context: Previewing, reading: RosterReading): Promise<Judged[]> => {
  const { store, subject: root, commandId } = context
  const below = { path: { startsWith: root.path } }
  const phones = reading.people.flatMap(one => one.facts?.said.phones ?? [])
  // Of those below, who has a telephone is seen without asking.
  const own = context.people.find(one => one._id === context.account?.memberId)
  const only = own?.grants.every(grant => grant.path.startsWith(root.path)) ? VOLUNTEERS : undefined
  const [{ items: organizations }, { items: members }, others] = await Promise.all([
    rowsBy(store.table(Organizations), below, byText('path'), { most: Infinity }),
    rowsBy(store.table(Members), below, byText('path'), { most: Infinity }),
    peopleElsewhere(context, phones, only),
  ])
  const nameOf = new Map(organizations.map(one => [one._id, one.name]))
  const among = members.filter(mayCome(context)).map((member): Elsewhere => ({ member, home: nameOf.get(member.branchId) ?? root.name }))
  const elsewhere = new Map([...others, ...among].map(one => [one.member._id, one]))
  const { branches, lost } = placed(reading, root, organizations, commandId)
  const onRoster = grouped<Member>(members, one => [one.branchId])
  const withPhone = grouped<Elsewhere>([...elsewhere.values()], one => one.member.phones)
  const branchOf = new Map(branches.flatMap(({ branch, rows }) => rows.map((row): [PersonRow, string] => [row, branch.name])))
  const twins = twinsAcross(
    reading.people.flatMap(row => {
      const branch = branchOf.get(row)
      return branch === undefined ? [] : [{ row, branch }]
    }),
  )
  const judged = branches.map(({ branch, rows }): Judged => {
    const near = new Set(rows.flatMap(row => (row.facts?.said.phones ?? []).flatMap(phone => withPhone.get(phone) ?? [])))
    const fates = judgeFor(context, rows, {
      branchId: branch.branchId,
      members: onRoster.get(branch.branchId) ?? [],
      elsewhere: [...near],
      here: branch.name,
    })
    return {
      ...branch,
      rows: rows.flatMap((row, index) => {
        const fate = fates[index]
        const twin = twins.get(row)
        return fate ? [twin ? askedAsTwin(row, fate, twin) : fate] : []
      }),
    }
  })
  const nowhere = { branchId: UNPLACED, name: '', path: root.path, rosterVersion: 0 }
  return lost.length > 0 ? [{ ...nowhere, rows: lost }, ...judged] : judged
}
