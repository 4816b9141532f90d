import { strokeOrder } from './stroke-order'

/** Surnames of two characters; of all others the first character is the surname. */
const compound = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 ' +
    '公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 ' +
    '东里 东宫 仲长 子书 子桑 即墨 淳于 达奚 褚师 吴铭 纳兰 单于 叶赫 那拉 爱新'
  ).split(' '),
)

let places: ReadonlyMap<string, number> | undefined
/** Where each character stands in the order; made on the first question. */
const placeOf = (letter: string): number => {
  places ??= new Map(Array.from(strokeOrder.join(''), (one, at) => [one, at]))
  return places.get(letter) ?? Number.POSITIVE_INFINITY
}

/** How many strokes a character has; undefined where the table does not know it. */
export const strokesOf = (letter: string): number | undefined => {
  const at = strokeOrder.findIndex(some => some.includes(letter))
  return letter === '' || at < 0 ? undefined : at + 1
}

/** The surname and the given name, letter by letter. Marks that tell two people of one name apart stay with the given name. */
export const parted = (name: string): { surname: string[]; given: string[] } => {
  const letters = Array.from(name)
  const length = letters.length > 2 && compound.has(letters.slice(0, 2).join('')) ? 2 : 1
  return { surname: letters.slice(0, length), given: letters.slice(length) }
}

/** Whether the order of that name is known: its surname is in the table. */
export const isKnown = (name: string): boolean => parted(name).surname.every(letter => Number.isFinite(placeOf(letter)))

const byLetter = (one: string, other: string): number => {
  const [mine, theirs] = [placeOf(one), placeOf(other)]
  if (mine !== theirs) return mine < theirs ? -1 : 1
  return one === other ? 0 : one < other ? -1 : 1
}
const byLetters = (mine: readonly string[], theirs: readonly string[]): number => {
  for (const [at, letter] of mine.entries()) {
    const other = theirs[at]
    const order = other === undefined ? 1 : byLetter(letter, other)
    if (order !== 0) return order
  }
  return mine.length - theirs.length
}

/**
 * 姓氏笔画: by the strokes of the surname's first character; with as many strokes by the kind of the first stroke that differs (横竖撇点折). Of one first
 * character single surnames come before compound ones, of one surname given names of one character before longer ones, then by the strokes of the given name.
 * A character that the table does not know comes last.
 */
export const byStrokes = (one: string, other: string): number => {
  const [mine, theirs] = [parted(one), parted(other)]
  return (
    byLetter(mine.surname[0] ?? '', theirs.surname[0] ?? '') ||
    byLetters(mine.surname, theirs.surname) ||
    mine.given.length - theirs.given.length ||
    byLetters(mine.given, theirs.given)
  )
}

/** In the order in which a ballot lists them. */
export const inStrokeOrder = <P extends { name: string }>(people: readonly P[]): P[] =>
  [...people].sort((one, other) => byStrokes(one.name, other.name))
