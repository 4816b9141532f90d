import { compareBirthdays } from './birthday'
import type { PreviewRow, Profile } from './contract'
import { withFacts } from './facts'
import { differences, emptyProfile } from './profile'
import type { PersonRow } from './row'

/** Someone already on the roster. */
export interface HeldMember {
  memberId: string
  profile: Profile
  /** No longer on the roster: 去世 or moved away. Their row is never taken up again by a file. */
  gone?: 'dead' | 'moved'
}

/** What would become of one row. `profile` is the whole profile after the import (new and changed rows only). */
export interface Judged extends PreviewRow {
  memberId?: string
  profile?: Profile
}

type Person = Pick<Profile, 'name'> & Partial<Profile>

const sharesPhone = (one: Person, other: Person) => (one.phones ?? []).some(phone => (other.phones ?? []).includes(phone))

/** A man and a woman whose telephones differ: a birth month in common does not make them one, a day would. */
const manAndWoman = (one: Person, other: Person) =>
  one.gender !== undefined &&
  other.gender !== undefined &&
  one.gender !== other.gender &&
  (one.phones ?? []).length > 0 &&
  (other.phones ?? []).length > 0 &&
  one.birthday?.day === undefined

/** How two people of one name stand to each other. Facts that seldom agree by chance speak for one whose birthday was corrected. */
const compare = (one: Person, other: Person): 'same' | 'perhaps' | 'different' => {
  const birthdays = one.birthday && other.birthday ? compareBirthdays(one.birthday, other.birthday) : null
  if (sharesPhone(one, other)) return 'same'
  if (birthdays === 'same') return manAndWoman(one, other) ? 'different' : 'same'
  if (birthdays !== 'different') return 'perhaps'
  const agreeing = (['residence', 'joinedPartyOn', 'formerPost', 'emergencyName'] as const).filter(
    field => one[field] !== undefined && one[field] === other[field],
  )
  return agreeing.length >= 2 ? 'same' : 'different'
}

const tellApart = '请在两行都写上出生年月或电话，以便分清'

const personOf = (row: PersonRow): Person | null => row.facts && { name: row.facts.name, ...row.facts.said }
const placeOf = (other: PersonRow, row: PersonRow) =>
  `第${other.row}行${other.sheet !== undefined && other.sheet !== row.sheet ? `（${other.sheet}）` : ''}`

/** Why a row that is the same person as an earlier row of its name is kept out. */
const repeated = (row: PersonRow, earlier: readonly PersonRow[]): string | null => {
  const one = personOf(row)
  for (const before of earlier) {
    const other = personOf(before)
    if (!one || !other || compare(one, other) !== 'same') continue
    const differ = one.birthday && other.birthday && compareBirthdays(one.birthday, other.birthday) === 'different'
    return differ
      ? `与${placeOf(before, row)}姓名相同、电话或其他情况也相同，出生日期却不同。若是同一个人，请删去一行；若是两个人，请改正`
      : `与${placeOf(before, row)}是同一个人，这一行没有导入。请删去一行`
  }
  return null
}

/** Why a row cannot be told from an earlier row of its name: neither birthdays nor phones speak for two people. */
const untold = (row: PersonRow, earlier: readonly PersonRow[]): string | null => {
  const one = personOf(row)
  const twin = earlier.find(before => {
    const other = personOf(before)
    if (!one || !other || compare(one, other) !== 'perhaps') return false
    return !one.phones || !other.phones
  })
  return twin ? `与${placeOf(twin, row)}同名，看不出是不是同一个人。${tellApart}` : null
}

/** A held member, `null` for someone new, or why it cannot be said. */
type Match = HeldMember | null | string

/** Which held member each row of one name is. */
const pair = (rows: readonly PersonRow[], held: readonly HeldMember[]): Map<PersonRow, Match> => {
  const result = new Map<PersonRow, Match>()
  const free = new Set(held)
  const verdicts = (row: PersonRow, wanted: 'same' | 'perhaps') =>
    [...free].filter(one => row.facts !== null && compare({ name: row.name, ...row.facts.said }, one.profile) === wanted)
  for (const row of rows) {
    const same = verdicts(row, 'same')
    const [one] = same
    // Two held members may share a telephone at home; the birthday then says which of them it is.
    const exact = same.filter(
      member =>
        member.profile.birthday &&
        row.facts?.said.birthday &&
        compareBirthdays(member.profile.birthday, row.facts.said.birthday) === 'same',
    )
    const chosen = same.length === 1 ? one : exact.length === 1 ? exact[0] : undefined
    if (chosen) {
      result.set(row, chosen)
      free.delete(chosen)
    } else if (same.length > 1)
      result.set(row, `花名册上有${same.length}位“${row.name}”与这一行的电话或生日相同。请写上出生年月日，以便分清`)
  }
  const left = rows.filter(row => !result.has(row))
  for (const row of left) {
    const why = untold(row, rows.slice(0, rows.indexOf(row)))
    if (why !== null) {
      result.set(row, why)
      continue
    }
    const perhaps = verdicts(row, 'perhaps')
    const [one] = perhaps
    if (!one) result.set(row, null)
    else if (perhaps.length === 1 && left.length === 1) result.set(row, one)
    else {
      const missing = row.facts?.said.birthday ? '电话' : row.facts?.said.phones ? '出生年月日' : '出生年月日或电话'
      result.set(row, `花名册上已有同名的“${row.name}”，看不出这一行是哪一位。请补上与花名册一致的${missing}`)
    }
  }
  return result
}

const asPreview = ({ row, sheet, name, warnings }: PersonRow) => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  ...(warnings.length > 0 ? { warnings } : {}),
})

const judgeOne = (row: PersonRow, match: Match): Judged => {
  const refused = (message: string): Judged => ({
    ...asPreview(row),
    fate: 'error',
    errors: [...row.errors, { column: row.nameColumn, cell: row.nameCell, message }],
  })
  if (!row.facts) return { ...asPreview(row), fate: 'error', errors: row.errors }
  if (typeof match === 'string') return refused(match)
  if (!match) return { ...asPreview(row), fate: 'new', profile: withFacts(emptyProfile(row.facts.name), row.facts) }
  if (match.gone === 'dead') return refused('这位同志已登记去世，不再导入')
  if (match.gone === 'moved') return refused('这位同志的组织关系已转出，不再导入；若已转回，请先办理接转')
  const profile = withFacts(match.profile, row.facts)
  const changes = differences(match.profile, profile)
  if (changes.length === 0) return { ...asPreview(row), fate: 'unchanged', memberId: match.memberId }
  return { ...asPreview(row), fate: 'changed', memberId: match.memberId, changes, profile }
}

/**
 * Says what each row would do to the roster. A row is a held member of the same name when the birthday or a phone is the same, or when there is
 * only one of that name on both sides and nothing speaks against it. A row that repeats an earlier one, or that cannot be told from a namesake,
 * is an error that says what is missing.
 */
export const judgeRows = (rows: readonly PersonRow[], held: readonly HeldMember[]): Judged[] => {
  const byName = new Map<string, PersonRow[]>()
  const refused = new Map<PersonRow, string>()
  for (const row of rows) {
    if (!row.facts) continue
    const namesakes = byName.get(row.name) ?? []
    const why = repeated(row, namesakes)
    if (why === null) byName.set(row.name, [...namesakes, row])
    else refused.set(row, why)
  }
  const heldByName = new Map<string, HeldMember[]>()
  for (const one of held) heldByName.set(one.profile.name, [...(heldByName.get(one.profile.name) ?? []), one])
  const matches = new Map<PersonRow, Match>(refused)
  for (const [name, namesakes] of byName) for (const [row, match] of pair(namesakes, heldByName.get(name) ?? [])) matches.set(row, match)
  return rows.map(row => judgeOne(row, matches.get(row) ?? null))
}

/** How many rows meet each fate. */
export const countFates = (rows: readonly Pick<PreviewRow, 'fate'>[]): Record<PreviewRow['fate'], number> => {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}
