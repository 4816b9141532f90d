import { nameKey } from '../names/names'
import { compareBirthdays } from './birthday'
import { personOf, placeOf, type JudgedRow } from './match'
import { sharesPhone, type Resembling } from './resemblance'
import type { PersonRow } from './row'

/** A row and the name of the branch it belongs to. */
interface OfBranch {
  row: PersonRow
  branch: string
}

/** Whether two rows of one name may be one person: a telephone in common, or a whole birthday where not both tell a telephone. */
const mayBeOne = (one: Resembling, other: Resembling): boolean => {
  if (one.gender !== undefined && other.gender !== undefined && one.gender !== other.gender) return false
  if (sharesPhone(one, other)) return true
  if (one.phones && other.phones) return false
  const [ours, theirs] = [one.birthday, other.birthday]
  return ours?.day !== undefined && theirs?.day !== undefined && compareBirthdays(ours, theirs) === 'same'
}

/**
 * Rows that name a person of whom an earlier row says that they belong to another branch, each with that earlier row. Two people of a district may well bear
 * one name and one birthday, so that they are asked about and not refused.
 */
export const twinsAcross = (rows: readonly OfBranch[]): Map<PersonRow, OfBranch> => {
  const byName = new Map<string, OfBranch[]>()
  const twins = new Map<PersonRow, OfBranch>()
  for (const one of rows) {
    const person = personOf(one.row)
    if (!person) continue
    const key = nameKey(person.name)
    const namesakes = byName.get(key) ?? []
    const before = namesakes.find(({ row, branch }) => {
      const other = personOf(row)
      return branch !== one.branch && other !== null && mayBeOne(person, other)
    })
    if (before) twins.set(one.row, before)
    byName.set(key, namesakes)
    namesakes.push(one)
  }
  return twins
}

/** The row as it was judged, asked about where it is a new person. */
export const askedAsTwin = (row: PersonRow, judged: JudgedRow, { row: twin, branch }: OfBranch): JudgedRow => {
  if (judged.fate !== 'new' || judged.asks?.some(ask => ask.what === 'twin')) return judged
  const words = `${placeOf(twin, row)}写着“${twin.name}”在${branch}，电话或生日相同，是同一个人吗`
  return { ...judged, asks: [...(judged.asks ?? []), { what: 'twin', column: row.nameColumn, cell: row.nameCell, words }] }
}
