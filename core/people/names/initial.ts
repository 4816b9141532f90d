/** Where the names of each letter begin in the order of pinyin. */
const letters = [
  ['A', '阿'], ['B', '八'], ['C', '嚓'], ['D', '哒'], ['E', '妸'], ['F', '发'], ['G', '旮'], ['H', '哈'], ['J', '讥'], ['K', '咔'], ['L', '垃'], ['M', '妈'],
  ['N', '拏'], ['O', '噢'], ['P', '妑'], ['Q', '七'], ['R', '呥'], ['S', '仨'], ['T', '他'], ['W', '屲'], ['X', '夕'], ['Y', '丫'], ['Z', '帀'],
] as const // prettier-ignore
/** The last character whose pinyin the order knows; what stands after it is ordered by strokes. */
const LAST = '糳'

/** Surnames that are read otherwise than the character is. */
const asSurname: Readonly<Record<string, string>> = {
  曾: 'Z', 单: 'S', 仇: 'Q', 解: 'X', 查: 'Z', 区: 'O', 朴: 'P', 翟: 'Z', 盖: 'G', 覃: 'Q', 乐: 'Y', 冼: 'X', 缪: 'M', 种: 'C', 员: 'Y', 秘: 'B', 逄: 'P',
} // prettier-ignore
/** The same for surnames of two characters. */
const asDouble: Readonly<Record<string, string>> = { 尉迟: 'Y', 万俟: 'M', 单于: 'C', 长孙: 'Z' }

const inOrder = (collator: Intl.Collator): boolean =>
  letters.every(([, first], index) => {
    const [, next] = letters[index + 1] ?? []
    return collator.compare(first, next ?? LAST) < 0
  })

/** The order of pinyin, as the machine has it; undefined where it was built without. */
const pinyin = ((): Intl.Collator | undefined => {
  if (typeof Intl === 'undefined') return undefined
  const collator = new Intl.Collator('zh-u-co-pinyin')
  return inOrder(collator) ? collator : undefined
})()

/** The letter under which a name is looked up; undefined for one that no list of letters holds. */
export const initialOf = (name: string): string | undefined => {
  const [first = '', second = ''] = name.trim()
  if (/^[a-z]$/i.test(first)) return first.toUpperCase()
  const read = asDouble[first + second] ?? asSurname[first]
  if (read) return read
  if (!pinyin || !/^\p{Script=Han}$/u.test(first) || pinyin.compare(first, LAST) > 0) return undefined
  return letters.findLast(([, begins]) => pinyin.compare(first, begins) >= 0)?.[0]
}
