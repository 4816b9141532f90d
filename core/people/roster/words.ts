import { withIdeographs } from '../names/names'
import { fold, isCellError, read, saysNothing, textOf, tidy, unreadable, type Cell, type Reading } from './cells'
import type { careKinds, Profile, standings } from './contract'
import { fromChinese, toChinese } from './numerals'

export type CareKind = (typeof careKinds)[number]
export type Standing = (typeof standings)[number]
/** What a file says about each kind of special care; a kind it is silent on is absent. */
export type CareSaid = Partial<Record<CareKind, boolean>>

export const careWords: Readonly<Record<CareKind, string>> = {
  alone: '独居',
  'empty-nest': '空巢',
  disabled: '失能',
  'half-disabled': '半失能',
  bedridden: '卧床',
}
export const standingWords: Readonly<Record<Standing, string>> = { 'honoured-retired': '离休', retired: '退休', 'in-service': '在职' }
export const genderWords = { male: '男', female: '女' } as const

const yes = /^(?:[√✓✔☑✅vyt1对]|yes|true|是的?|有)$/i
const no = /^(?:[×✗✘✕❌xnf0否非]|no|false|不是?|无|没有|不)$/i

/**
 * Reads a tick column: √ 是 有 Y 1 and the column's own word are yes; 否 无 × N 0 no.
 * @param own the word the column asks about (独居)
 */
export const readYes = (cell: Cell | undefined, own: string): Reading<boolean> => {
  const raw = textOf(cell)
  const text = fold(raw)
  if (no.test(text)) return read<boolean>(false)
  if (saysNothing(text)) return read<boolean>(null)
  if (yes.test(text) || text === own) return read<boolean>(true)
  const doubt = (what: boolean) => read<boolean>(what, `写的是“${raw}”，按“${what ? '是' : '否'}”记`)
  if (/^(?:非|不|未|没|无|否)/.test(text)) return doubt(false)
  if (text.includes(own) || /^(?:是|有|√)/.test(text)) return doubt(true)
  if (/同住|一起|同居|有人照/.test(text)) return doubt(false)
  // Beside 是否独居 stands 是否空巢: a word of the one in the column of the other still says yes to it.
  if (Object.values(careWords).includes(text))
    return read<boolean>(true, `写的是“${raw}”，按“${own}：是”记；若要记${text}，请写在“是否${text}”一列`)
  return unreadable(`写的是“${raw}”，看不出是还是否。请写“是”或“否”`)
}

/** What the words about a person's health say of care: 半失能, 失能 (也写作不能自理), 卧床. They say nothing of 独居 and 空巢. */
export const careOfHealth = (text: string): CareSaid => {
  const half = /半失能|半自理|半护理|部分失能|部分自理/.test(text)
  const rest = text.replace(/半失能|部分失能|(?:未|无|非|没有)失能|(?:未|无|不|非)卧床/g, '')
  return { 'half-disabled': half, disabled: /失能|不能自理|无法自理|瘫痪/.test(rest), bedridden: /卧床/.test(rest) }
}

/** Reads the health column: the words as they are, and what they say of care. */
export const readHealth = (cell: Cell | undefined): Reading<{ text: string; care: CareSaid }> => {
  const text = textOf(cell)
  return saysNothing(fold(text)) ? read<{ text: string; care: CareSaid }>(null) : read({ text, care: careOfHealth(text) })
}

/** Reads a column that lists kinds of care (失能情况, 特殊困难): 无 means none of the three kinds of health. */
export const readCare = (cell: Cell | undefined): Reading<CareSaid> => {
  const raw = textOf(cell)
  const text = fold(raw)
  if (/^(?:无|没有|否|正常|健康|良好|自理|能自理|完全自理)$/.test(text))
    return read<CareSaid>({ disabled: false, 'half-disabled': false, bedridden: false })
  if (saysNothing(text)) return read<CareSaid>(null)
  // 独居 alone says nothing of whether a person is 失能.
  const said: CareSaid = /失能|自理|护理|卧床|瘫痪/.test(text) ? careOfHealth(text) : {}
  for (const kind of ['alone', 'empty-nest'] as const) {
    const word = careWords[kind]
    if (new RegExp(`(?:非|不是?|未)${word}`).test(text)) said[kind] = false
    else if (text.includes(word)) said[kind] = true
  }
  if (Object.values(said).includes(true) || said.alone === false || said['empty-nest'] === false) return read(said)
  return read<CareSaid>(null, `写的是“${raw}”，没有独居、空巢、失能、卧床的字样，没有记`)
}

/** Reads 离休 / 退休 / 在职 (S3), also 离休干部, 已退休, 在岗. */
export const readStanding = (cell: Cell | undefined): Reading<Standing> => {
  const raw = textOf(cell)
  const text = fold(raw)
  if (saysNothing(text)) return read<Standing>(null)
  const bare = text.replace(/离\/?退休?/g, one => (one.startsWith('离退') || one.includes('/') ? '' : one))
  const found: Standing[] = []
  if (bare.includes('离休')) found.push('honoured-retired')
  if (/退休|退职|内退|返聘/.test(bare) || bare === '退') found.push('retired')
  if (/在职|在岗|现职/.test(bare)) found.push('in-service')
  const [one, ...others] = found
  if (one && others.length === 0) return read<Standing>(one)
  return read<Standing>(null, `写的是“${raw}”，看不出是离休、退休还是在职，没有记`)
}

export const readGender = (cell: Cell | undefined): Reading<'male' | 'female'> => {
  const raw = textOf(cell)
  const text = fold(raw)
  if (saysNothing(text)) return read<'male' | 'female'>(null)
  if (/^(?:男性?|m|male)$/i.test(text)) return read<'male' | 'female'>('male')
  if (/^(?:女性?|f|female)$/i.test(text)) return read<'male' | 'female'>('female')
  return unreadable(`写的是“${raw}”，性别请写“男”或“女”`)
}

/** Reads 民族: 汉 and 汉族 are the same. */
export const readEthnicity = (cell: Cell | undefined): Reading<string> => {
  const text = textOf(cell).replaceAll(' ', '')
  return saysNothing(fold(text)) ? read<string>(null) : read(text.length > 1 ? text.replace(/族$/, '') : text)
}

/** Splits skills at / 、 ， ; and blanks; each once. */
export const readSkills = (cell: Cell | undefined): Reading<string[]> => {
  const text = textOf(cell)
  if (saysNothing(fold(text))) return read<string[]>(null)
  const skills = [...new Set(text.split(/[/／、，,;；。|\s]+/).filter(one => !saysNothing(one)))]
  return read(skills.length > 0 ? skills : null)
}

/** The one spelling of a group: 1, 1组, 一组, 第1小组, 党小组1 → 第一党小组; a group with a name of its own keeps it. */
export const groupNameOf = (text: string): string => {
  const plain = fold(text).replace(/\s/g, '')
  const number =
    /^(?:第)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:支部)?(?:党?小?组)?$/.exec(plain)?.[1] ??
    /^党?小?组第?(\d{1,2}|[一二三四五六七八九十]{1,3})组?$/.exec(plain)?.[1]
  const value = number === undefined ? null : fromChinese(number)
  return value ? `第${toChinese(value)}党小组` : tidy(text)
}

export const readGroupName = (cell: Cell | undefined): Reading<string> => {
  const text = textOf(cell)
  return saysNothing(fold(text)) || /^未分组?$|^待定$/.test(text) ? read<string>(null) : read(groupNameOf(text))
}

/** Free words as they stand. */
export const readText = (cell: Cell | undefined): Reading<string> => {
  const text = textOf(cell)
  return saysNothing(fold(text)) ? read<string>(null) : read(text)
}

export type Named = Pick<Profile, 'name'> & { gender?: 'male' | 'female' }

const han = String.raw`\p{Script=Han}\p{Co}`
// No look behind: the script systems of older phones cannot read a file that has one.
const betweenHan = new RegExp(`([${han}]) (?=[${han}])`, 'gu')
const dots = new RegExp(`([${han}]) ?[•.．・‧∙●｡。·] ?(?=[${han}])`, 'gu')
const namelike = new RegExp(`^[${han}\\p{L}\\p{M}〇○·' .-]+(?:[（(][${han}\\p{L}\\d]{1,4}[)）])?$`, 'u')

/**
 * Reads a name: no blanks inside a Chinese one (张 三), one kind of middle dot (阿依古丽·买买提), ideographs for radicals that look
 * like them (⻢ → 马), rare characters kept (䶮, and those beyond the basic plane). Marks before it and remarks in brackets after it are left out with a word; （大）（小） that tell two people apart stay.
 */
export const readName = (cell: Cell | undefined): Reading<Named> => {
  const raw = textOf(cell)
  if (saysNothing(raw)) return read<Named>(null)
  const doubts: string[] = []
  let gender: 'male' | 'female' | undefined
  if (isCellError(raw)) return unreadable(`写的是“${raw}”，公式出错了，读不出姓名。请在表里改成姓名`)
  let name = withIdeographs(raw).replace(betweenHan, '$1').replace(dots, '$1·')
  const marked = name.replace(/^[*＊★☆△▲○●#＃\d.、．]+ *(?=\p{L})|[*＊★☆△▲#＃]+$/gu, '')
  if (marked !== name) doubts.push(`姓名里的记号没有记：“${raw}”`)
  name = marked
    .replace(/[（(]([^（）()]*)[)）]/g, (whole, remark: string) => {
      if (/^[男女]$/.test(remark)) {
        gender = remark === '男' ? 'male' : 'female'
        return ''
      }
      if (/^[大中小老甲乙丙丁一二三四\d]$/.test(remark)) return whole.replace('(', '（').replace(')', '）')
      doubts.push(`“（${remark}）”没有记进姓名`)
      return ''
    })
    .trim()
  if (/[、，,;；/]/.test(name)) return unreadable(`写的是“${raw}”，好像不止一个人。一行只写一个人`)
  if (!namelike.test(name) || [...name].length > 30) return unreadable(`写的是“${raw}”，不像姓名`)
  if (/\p{Co}/u.test(name)) doubts.push(`姓名“${raw}”里有一个字在别的手机上可能显示不出，请换成标准字`)
  return read<Named>(gender ? { name, gender } : { name }, ...doubts)
}
