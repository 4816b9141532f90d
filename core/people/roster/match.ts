import { nameKey } from '../names/names'
import type { RowAsk } from './asks'
import { compareBirthdays } from './birthday'
import type { PreviewRow, Profile } from './contract'
import { withFacts, type Facts } from './facts'
import { differences, emptyProfile } from './profile'
import { resembles, sharesPhone, type Resembling } from './resemblance'
import type { PersonRow } from './row'

/** A person already on the roster. */
export interface HeldMember {
  memberId: string
  profile: Profile
  /** No longer on the roster: 去世 or moved away. Their row is never taken up again by a file. */
  gone?: 'dead' | 'moved'
  /** Of another organization: its name. */
  home?: string
}

/** What would become of one row. `profile` is the whole profile after the import (new and changed rows only). */
export interface JudgedRow extends PreviewRow {
  memberId?: string
  profile?: Profile
  /** The profile of a new person, where it is asked whether the row is that member. */
  fresh?: Profile
}

/** A man and a woman whose telephones differ: a birth month in common does not make them one, a day would. */
const manAndWoman = (one: Resembling, other: Resembling) =>
  one.gender !== undefined &&
  other.gender !== undefined &&
  one.gender !== other.gender &&
  (one.phones ?? []).length > 0 &&
  (other.phones ?? []).length > 0 &&
  one.birthday?.day === undefined

/** How two people of one name stand to each other. Facts that seldom agree by chance speak for one whose birthday was corrected. */
const compare = (one: Resembling, other: Resembling): 'same' | 'perhaps' | 'different' => {
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

export const personOf = (row: PersonRow): Resembling | null => row.facts && { name: row.facts.name, ...row.facts.said }
export const placeOf = (other: PersonRow, row: PersonRow) =>
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

/** A held member, `null` for a new person, or why it cannot be said. */
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

const asPreview = ({ row, sheet, name, warnings, asks }: PersonRow) => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  ...(warnings.length > 0 ? { warnings } : {}),
  ...(asks.length > 0 ? { asks } : {}),
})

/** What is worth telling of a row that changes nothing: that a person of the roster may be gone. */
const ofTheGone = (asks: readonly RowAsk[]) => asks.filter(one => one.what === 'died' || one.what === 'moved' || one.what === 'stopped')

const freshOf = (facts: Facts): Profile => withFacts(emptyProfile(facts.name), facts)

const judgeOne = (row: PersonRow, match: Match): JudgedRow => {
  const refused = (message: string): JudgedRow => ({
    ...asPreview(row),
    fate: 'error',
    errors: [...row.errors, { column: row.nameColumn, cell: row.nameCell, message }],
  })
  if (!row.facts) return { ...asPreview(row), fate: 'error', errors: row.errors }
  if (typeof match === 'string') return refused(match)
  if (!match) return { ...asPreview(row), fate: 'new', profile: freshOf(row.facts) }
  if (match.gone === 'dead') return refused('这位同志已登记去世，不再导入')
  if (match.gone === 'moved') return refused('这位同志的组织关系已转出，不再导入；若已转回，请先办理接转')
  const profile = withFacts(match.profile, row.facts)
  const changes = differences(match.profile, profile)
  if (changes.length === 0) return { ...asPreview({ ...row, asks: ofTheGone(row.asks) }), fate: 'unchanged', memberId: match.memberId }
  return { ...asPreview(row), fate: 'changed', memberId: match.memberId, changes, profile }
}

const asking = (judged: JudgedRow, ask: RowAsk): JudgedRow => ({ ...judged, asks: [...(judged.asks ?? []), ask] })

/** A new row that may be a person of the roster under another name or writing, or of another organization: asked, and shown as what it would change. */
const askedAsSame = (
  row: PersonRow,
  facts: Facts,
  fresh: JudgedRow,
  one: HeldMember,
  { alike, here }: { alike: string; here: string },
): JudgedRow => {
  const { name } = one.profile
  const said = name === facts.name ? `“${name}”` : `“${name}”（这一行写的是“${facts.name}”）`
  if (one.gone === 'dead') return asking(fresh, { what: 'died', words: `与已登记去世的${said}${alike}相同` })
  const profile = withFacts(one.profile, facts)
  const moved = one.home === undefined ? [] : [{ field: 'branchId', label: '所在组织', from: one.home, to: here }]
  return {
    ...asking(fresh, {
      what: 'same',
      column: row.nameColumn,
      cell: row.nameCell,
      words: `与${one.home ?? '花名册上'}的${said}${alike}相同，是同一个人吗`,
    }),
    fate: 'changed',
    memberId: one.memberId,
    changes: [...moved, ...differences(one.profile, profile)],
    profile,
    fresh: freshOf(facts),
  }
}

/** Rows of the file that repeat an earlier one under another name. */
const twinOf = (row: PersonRow, earlier: readonly PersonRow[]): { twin: PersonRow; alike: string } | null => {
  const one = personOf(row)
  for (const twin of earlier) {
    const other = personOf(twin)
    const alike = one && other ? resembles(one, other) : null
    if (alike !== null && one?.birthday && sharesPhone(one, other ?? one)) return { twin, alike }
  }
  return null
}

/** The people that rows without a match by name may be: those no other row is, then people of other organizations. */
const askOfStrangers = (
  rows: readonly PersonRow[],
  judged: readonly JudgedRow[],
  held: readonly HeldMember[],
  elsewhere: readonly HeldMember[],
  here: string,
): JudgedRow[] => {
  const matched = new Set(judged.flatMap(one => one.memberId ?? []))
  const free = new Set([...held.filter(one => !matched.has(one.memberId) && one.gone !== 'moved'), ...elsewhere])
  const byPhone = new Map<string, HeldMember[]>()
  const byBirthday = new Map<string, HeldMember[]>()
  const birthdayOf = ({ birthday }: Resembling) => JSON.stringify([birthday?.calendar, birthday?.year, birthday?.month, birthday?.day])
  for (const one of free) {
    for (const phone of one.profile.phones) byPhone.set(phone, [...(byPhone.get(phone) ?? []), one])
    if (one.profile.birthday) byBirthday.set(birthdayOf(one.profile), [...(byBirthday.get(birthdayOf(one.profile)) ?? []), one])
  }
  const seen = new Map<string, PersonRow[]>()
  return rows.map((row, index) => {
    const fate = judged[index]
    if (!fate) throw new Error('a row without its fate')
    const person = personOf(row)
    if (!row.facts || !person) return fate
    const earlier = (person.phones ?? []).flatMap(phone => seen.get(phone) ?? [])
    for (const phone of person.phones ?? []) seen.set(phone, [...(seen.get(phone) ?? []), row])
    if (fate.fate !== 'new') return fate
    const near = [
      ...(person.phones ?? []).flatMap(phone => byPhone.get(phone) ?? []),
      ...(person.birthday ? (byBirthday.get(birthdayOf(person)) ?? []) : []),
    ]
    for (const one of near) {
      const alike = free.has(one) ? resembles(person, one.profile) : null
      if (alike === null) continue
      free.delete(one)
      return askedAsSame(row, row.facts, fate, one, { alike, here })
    }
    const twin = twinOf(row, earlier)
    return twin
      ? asking(fate, {
          what: 'twin',
          column: row.nameColumn,
          cell: row.nameCell,
          words: `与${placeOf(twin.twin, row)}的“${twin.twin.name}”${twin.alike}相同，是同一个人吗`,
        })
      : fate
  })
}

/**
 * Says what each row would do to the roster. A row is a held member of the same name, however written, when the birthday or a phone is the same, or
 * when there is only one of that name on both sides and nothing speaks against it. A row that repeats an earlier one, or that cannot be told from a
 * namesake, is an error that says what is missing. A row without a match by name that has the telephone and birthday of a person is asked about.
 * @param elsewhere people of other organizations that a row may be: volunteers who registered, members of branches that the secretary also keeps
 * @param here what the branch is called where a person would come to it from another organization
 */
export const judgeRows = (
  rows: readonly PersonRow[],
  held: readonly HeldMember[],
  elsewhere: readonly HeldMember[] = [],
  here = '本支部',
): JudgedRow[] => {
  const byName = new Map<string, PersonRow[]>()
  const refused = new Map<PersonRow, string>()
  for (const row of rows) {
    if (!row.facts) continue
    const key = nameKey(row.name)
    const namesakes = byName.get(key) ?? []
    const why = repeated(row, namesakes)
    if (why === null) byName.set(key, [...namesakes, row])
    else refused.set(row, why)
  }
  const heldByName = new Map<string, HeldMember[]>()
  for (const one of held) {
    const key = nameKey(one.profile.name)
    heldByName.set(key, [...(heldByName.get(key) ?? []), one])
  }
  const matches = new Map<PersonRow, Match>(refused)
  for (const [key, namesakes] of byName) for (const [row, match] of pair(namesakes, heldByName.get(key) ?? [])) matches.set(row, match)
  const judged = rows.map(row => judgeOne(row, matches.get(row) ?? null))
  return askOfStrangers(rows, judged, held, elsewhere, here)
}

/** How many rows meet each fate. */
export const countFates = (rows: readonly Pick<PreviewRow, 'fate'>[]): Record<PreviewRow['fate'], number> => {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}
