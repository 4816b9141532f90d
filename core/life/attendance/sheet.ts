import { countsFor, type Act, type Hours, type Movable } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import type { AttendanceState } from './marks'

/** What one line of a sheet says, as far as counting and ordering go. */
interface SheetLine {
  memberId: string
  name: string
  state: AttendanceState | 'unmarked'
  late?: boolean | undefined
  guest: boolean
  /** They are to come: attendance is owed by everyone invited, else they signed up. */
  expected: boolean
}

type Counted = Omit<SheetLine, 'memberId' | 'name'>

interface Summary {
  invited: number
  expected: number
  present: number
  late: number
  leave: number
  /** Everyone expected who has neither come nor asked for leave, while it is not over. */
  awaited: number
  /** Those marked absent, and once it is over everyone expected who neither came nor asked for leave. */
  absent: number
  /** The share of those expected who came, 0 to 1; 0 where none was. Others count as present, not here. */
  rate: number
}

/** Is it settled who did not come? Not before the end: until then a person is awaited. */
export const isOver = ({ endsAt }: Pick<Hours, 'endsAt'>, now: Instant): boolean => now >= endsAt

/** The figures of a sheet (P11 出勤率), counted from its lines and from nothing else; `over`: see `isOver`. */
export const summarise = (lines: readonly Counted[], over: boolean): Summary => {
  const count = (wanted: (line: Counted) => boolean) => lines.filter(wanted).length
  const expected = count(line => line.expected)
  const unmarked = count(line => line.expected && line.state === 'unmarked')
  return {
    invited: count(line => !line.guest),
    expected,
    present: count(line => line.state === 'present'),
    late: count(line => line.state === 'present' && line.late === true),
    leave: count(line => line.state === 'leave'),
    awaited: over ? 0 : unmarked,
    absent: count(line => !line.guest && line.state === 'absent') + (over ? unmarked : 0),
    rate: expected === 0 ? 0 : count(line => line.expected && line.state === 'present') / expected,
  }
}

type SheetEntry = Act & { state: AttendanceState }

/** How many came and begged off for hours that an activity has no more, by those hours, the latest first. Each person's last word for them counts. */
export const leftWithFormerHours = (
  rows: readonly (SheetEntry & { history: readonly SheetEntry[] })[],
  activity: Movable,
): (Hours & { present: number; leave: number })[] => {
  const sums = new Map<string, Hours & { present: number; leave: number }>()
  for (const row of rows) {
    const last = new Map<string, SheetEntry>()
    // The history is oldest first, and what stands on top was said after it.
    for (const one of [...row.history, row])
      if (one.held && !countsFor(one, activity)) last.set(`${String(one.held.startsAt)} ${String(one.held.endsAt)}`, one)
    for (const [key, { held, state }] of last) {
      if (!held) continue
      const { present, leave } = sums.get(key) ?? { present: 0, leave: 0 }
      sums.set(key, { ...held, present: present + Number(state === 'present'), leave: leave + Number(state === 'leave') })
    }
  }
  return [...sums.values()].filter(one => one.present + one.leave > 0).sort((one, other) => other.startsAt - one.startsAt)
}

const urgency = (line: SheetLine): number => {
  if (line.state === 'unmarked' && !line.expected) return 5
  if (line.state === 'unmarked' || line.state === 'absent') return 1
  if (line.state === 'leave') return 2
  return line.late ? 3 : 4
}

/** Lines in the order a secretary needs them: contradictions, the missing, leave, late, and then lines that need no action. */
export const exceptionsFirst = <L extends SheetLine>(lines: readonly L[], contradicted: ReadonlySet<string>): L[] => {
  const rank = (line: L) => (contradicted.has(line.memberId) ? 0 : urgency(line))
  return lines.toSorted(
    (a, b) =>
      rank(a) - rank(b) || Number(a.guest) - Number(b.guest) || a.name.localeCompare(b.name, 'zh') || (a.memberId < b.memberId ? -1 : 1),
  )
}

const first = (letters: readonly string[], shown: number) => letters.map((letter, index) => (index < shown ? letter : '*')).join('')
const ends = (letters: readonly string[]) =>
  letters.length < 3
    ? first(letters, 1)
    : letters.map((letter, index) => (index === 0 || index === letters.length - 1 ? letter : '*')).join('')

/** Names with their middle hidden (张*国), or another part where two would look alike; a number where even that does not tell them apart. */
export const maskNames = (names: readonly string[]): string[] => {
  const spellings = [ends, (letters: readonly string[]) => first(letters, Math.max(1, letters.length - 1))]
  const masked = spellings.map(spell => names.map(name => spell(Array.from(name))))
  return masked.find(some => new Set(some).size === names.length) ?? names.map((name, index) => `${ends(Array.from(name))}（${index + 1}）`)
}

/** Whether one of the phones ends in these four digits. */
export const endsIn = (phones: readonly string[], digits: string): boolean => phones.some(phone => phone.endsWith(digits))
