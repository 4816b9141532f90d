import type { RequestKind } from '../../shared/request-kinds'

/** What the skills of the roster are good for, by words that occur in them. */
const good: readonly (readonly [word: string, kinds: readonly RequestKind[]])[] = [
  ['电工', ['bulb', 'electricity']],
  ['电器', ['bulb', 'electricity']],
  ['水暖', ['water', 'leak']],
  ['水电', ['bulb', 'electricity', 'water', 'leak']],
  ['管道', ['water', 'leak']],
  ['维修', ['bulb', 'water', 'leak', 'electricity']],
  ['医', ['medicine', 'escort']],
  ['护理', ['medicine', 'escort']],
  ['法律', ['legal']],
  ['律师', ['legal']],
  ['心理', ['talk']],
  ['谈心', ['talk']],
  ['驾', ['car', 'escort']],
  ['开车', ['car', 'escort']],
]

/** Kinds of help a person with these skills could offer; a suggestion, never an offer. */
export const suggestedKinds = (skills: readonly string[]): RequestKind[] => [
  ...new Set(good.filter(([word]) => skills.some(skill => skill.includes(word))).flatMap(([, kinds]) => kinds)),
]
