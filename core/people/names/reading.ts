import { pinyin } from 'pinyin-pro'
import { nameKey } from './names'

/** What the dictionary of surnames says otherwise, or does not say. */
const asSurname: Readonly<Record<string, readonly string[]>> = {
  秘: ['bi'], 种: ['chong'], 么: ['yao'], 洗: ['xian'], 单于: ['chan', 'yu'],
} // prettier-ignore

/** Characters of names that people read in two ways; others of their readings are not heard in names. */
const doubtful = new Set(
  '乐行长朝重茜盛单曾查仇解区朴翟盖覃缪员秘种尉晟娜柏莘隽隗召车折薄黑参藏那谌颉郇瞿省宿繁洗牟炅妤嬛万俟佴阚逄冼令传调降和',
)
/** As many readings of one name as are kept beside the usual one. */
const MOST = 4

const withoutDots = (syllable: string): string => syllable.replace(/ü/gu, 'v')
/** A character whose reading is not known. */
const UNREAD = '?'
const said = (syllable: string): string => (/^[a-z]+$/.test(syllable) ? syllable : UNREAD)

const usual = (letters: readonly string[]): string[] => {
  const read = pinyin(letters.join(''), { surname: 'head', toneType: 'none', type: 'array', v: true }).map(withoutDots).map(said)
  const [first = '', second = ''] = letters
  const own = asSurname[first + second] ?? asSurname[first]
  return own ? [...own, ...read.slice(own.length)] : read
}

const others = (letter: string, than: string | undefined): string[] => {
  const all = doubtful.has(letter) ? pinyin(letter, { multiple: true, toneType: 'none', type: 'array', v: true }).map(withoutDots) : []
  // 吕 is lü; some type it without the dots.
  const plain = than !== undefined && /^[ln]v/.test(than) ? [than.replace('v', 'u')] : []
  return [...all, ...plain].filter(one => one !== than && said(one) === one)
}

/**
 * How a name is read, syllable by syllable in letters without tones, ü as v: first as people read it (surnames in their own way: 单雄信 shan, 查 zha, 尉迟 yu
 * chi), then the other ways in which a reader may take it, one syllable changed at a time. A rare character that no dictionary has is `?`.
 */
export const readingsOf = (name: string): [usual: string[], ...others: string[][]] => {
  const letters = Array.from(nameKey(name))
  const first = usual(letters)
  const more = letters.flatMap((letter, at) =>
    others(letter, first[at]).map(other => first.map((syllable, index) => (index === at ? other : syllable))),
  )
  return [first, ...more.slice(0, MOST)]
}
