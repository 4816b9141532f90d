import { pinyin } from 'pinyin-pro'
import { nameKey } from '../names/names'

/** As many characters of a name are looked at: it is never so long. */
const MOST_LETTERS = 24
/** An organization is found from any of its characters on, by so many of them, or of their initials; by so many syllables. */
const [PART, INITIALS, SYLLABLES] = [6, 8, 4]
/** By one character alone there is too much to find. */
const LEAST = 2

const readingOf = (letters: readonly string[]): string[] =>
  pinyin(letters.join(''), { toneType: 'none', type: 'array', v: true }).map(one => {
    const plain = one.replace(/ü/gu, 'v')
    return /^[a-z]+$/.test(plain) ? plain : ''
  })

/** From each place on, the parts of so many at most. */
const partsOf = (units: readonly string[], most: number): string[] =>
  units.flatMap((_, from) =>
    Array.from({ length: Math.min(most, units.length - from) - LEAST + 1 }, (__, more) => units.slice(from, from + LEAST + more).join('')),
  )

/**
 * What an organization is found by, each key looked up as it is: the parts of its name, its pinyin (`yinhu`) and its initials (`yh`). The dictionary of pinyin is
 * large: loaded by those who write.
 */
export const orgKeys = (name: string): string[] => {
  const letters = Array.from(nameKey(name)).slice(0, MOST_LETTERS)
  const syllables = readingOf(letters).filter(one => one !== '')
  const initials = syllables.map(one => one.charAt(0))
  return [...new Set([...partsOf(letters, PART), ...partsOf(syllables, SYLLABLES), ...partsOf(initials, INITIALS)])]
}
