import type { HeldMember, JudgedRow } from '../../../../core/people/roster/match'
import { judgeRows } from '../../../../core/people/roster/match'
import { profileOf } from '../../../../core/people/roster/profile'
import type { PersonRow } from '../../../../core/people/roster/row'
import { standsLevel } from '../../../../core/shared/offices'
import type { Member, Organization } from '../documents'
import type { PreviewedRow } from './documents'
import type { Context } from '../use-case'
import type { Elsewhere } from './elsewhere'

export type Previewing = Context<'roster.preview'> & { subject: Organization }

const heldOf = (member: Member): HeldMember => ({
  memberId: member._id,
  profile: profileOf(member),
  ...(member.state === 'active' ? {} : { gone: member.state }),
})

/** A row of a person whose office ranks above the caller's: nothing of it is written. */
const outOfReach = ({ row, sheet, name }: JudgedRow): PreviewedRow => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  fate: 'error',
  errors: [{ column: '姓名', cell: name, message: '这位同志担任上级职务，资料由上级党组织来改，这一行没有导入' }],
})

interface Roster {
  branchId: string
  /** Who is on it. */
  members: readonly Member[]
  /** People of other organizations that its rows may be. */
  elsewhere: readonly Elsewhere[]
  /** What it is called beside other branches. */
  here?: string
}

/** What each row would do to the roster of a branch, with what an import has to know of the person whose row it is. */
export const judgeFor = (
  { people, account }: Pick<Previewing, 'people' | 'account'>,
  rows: readonly PersonRow[],
  { branchId, members, elsewhere, here }: Roster,
): PreviewedRow[] => {
  const own = people.find(one => one._id === account?.memberId)
  const strangers = elsewhere.filter(one => one.member.branchId !== branchId)
  const known = new Map([...members, ...strangers.map(one => one.member)].map(member => [member._id, member]))
  const others = strangers.map(({ member, home }) => ({ ...heldOf(member), home }))
  return judgeRows(rows, members.map(heldOf), others, here).map((row): PreviewedRow => {
    const member = row.memberId === undefined ? undefined : known.get(row.memberId)
    if (!member) return row
    if (row.fate === 'changed' && !standsLevel(own?.grants ?? [], member.grants)) return outOfReach(row)
    return { ...row, seenVersion: member.version, ...(member.branchId === branchId ? {} : { from: member.branchId }) }
  })
}
