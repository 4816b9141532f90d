import { dateOf, addDays } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import { isVerdict, type SuggestionState, type SuggestionTopic } from './states'

/** A proposer hears within so many days what became of it, where no other day was promised. */
export const ANSWER_WITHIN_DAYS = 15
/** Before the promised day its keepers are told so many days. */
export const REMIND_DAYS_BEFORE = 2
/** More people than join one suggestion; it keeps a suggestion one small row. */
export const MOST_JOINED = 300
/** Suggestions that are compared with a new one, the latest, and how many of them are shown. */
export const [COMPARED, SIMILAR_SHOWN] = [200, 3] as const
/** So alike must two texts be, 0 to 1. */
const ALIKE = 0.3

/** The day by which it is to be answered. */
export const answerBy = (at: Instant): DateText => addDays(dateOf(at), ANSWER_WITHIN_DAYS)

interface Standing {
  state: SuggestionState
  dueOn: DateText
  /** What its keepers have been reminded of, of this promise. */
  reminded?: 'soon' | 'late' | undefined
}

/** Is its promised day over, without an answer? */
export const isLate = ({ state, dueOn }: Pick<Standing, 'state' | 'dueOn'>, today: DateText): boolean => !isVerdict(state) && dueOn < today

/** What its keepers are to be told today; null where nothing. */
export const reminderOn = (standing: Standing, today: DateText): 'soon' | 'late' | null => {
  if (isVerdict(standing.state)) return null
  if (isLate(standing, today)) return standing.reminded === 'late' ? null : 'late'
  return addDays(today, REMIND_DAYS_BEFORE) >= standing.dueOn && standing.reminded === undefined ? 'soon' : null
}

/** The next day on which its keepers may have to be told; undefined where there is none. */
export const remindOn = ({ state, dueOn, reminded }: Standing): DateText | undefined => {
  if (isVerdict(state) || reminded === 'late') return undefined
  return reminded === 'soon' ? addDays(dueOn, 1) : addDays(dueOn, -REMIND_DAYS_BEFORE)
}

/** May other members of the branch read it before it is answered? Once it was sorted, and is not a private matter. */
export const isShown = ({ topic }: { topic?: SuggestionTopic | undefined }): boolean => topic !== undefined && topic !== 'private'

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const pairsOf = (text: string): string[] => {
  const signs = [...bare(text)]
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`)
}

/** How alike two texts are, 0 to 1: the share of pairs of neighbouring characters that both have (Dice). */
export const likeness = (one: string, other: string): number => {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)]
  if (mine.length + theirs.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of mine) left.set(pair, (left.get(pair) ?? 0) + 1)
  const shared = theirs.filter(pair => {
    const count = left.get(pair) ?? 0
    left.set(pair, count - 1)
    return count > 0
  }).length
  return (2 * shared) / (mine.length + theirs.length)
}

/** Those most like a text, the most alike first. */
export const similarTo = <S extends { text: string }>(text: string, others: readonly S[]): S[] =>
  others
    .map(other => ({ other, alike: likeness(text, other.text) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((one, another) => another.alike - one.alike)
    .slice(0, SIMILAR_SHOWN)
    .map(({ other }) => other)
