import { fold, saysNothing } from './cells'

/** What tells that a person on a list is no living member of this branch any more: 去世, 组织关系转出, 停止党籍 (or out of the Party), or a list that holds no more. */
export type Sign = 'died' | 'moved' | 'stopped' | 'void'

export const signWords: Readonly<Record<Sign, string>> = {
  died: '已去世',
  moved: '组织关系已转出',
  stopped: '已停止党籍或不再是党员',
  void: '不再用的旧名单',
}

const death = '去世|病故|病逝|逝世|已故|亡故|身故|故去|离世|过世|辞世|谢世|已逝|已亡|死亡|去逝'
const words: readonly (readonly [Sign, RegExp])[] = [
  ['died', new RegExp(death)],
  [
    'stopped',
    /停止党籍|停籍|党籍(?:已|被)?(?:停止|取消|注销|中止)|开除(?:党籍|出党)?|被?除名|退党|自行脱党|脱党|出党|取消(?:预备)?党员资格/,
  ],
  [
    'moved',
    /(?:关系|党籍|档案)?(?:已|全部|均)?(?:转出|转走|转离|迁出|调出|调离)|(?:关系|党籍).{0,4}(?:转至|转到|转往|转去|移交)|^已?转移?$|^(?:\d{4}[年./-]?(?:\d{1,2}[月./-]?)?(?:\d{1,2}日?)?)?已?转(?:至|到|往|去)/,
  ],
]

/** What takes such a word back: it has not happened, or it happened to others. */
const unsaid =
  /(?:未|没有?|无|不|非|拟|待|准备|申请|即将|计划|若|如果?|万一)[^，。；、,;\s]{0,4}(?:去世|病故|离世|转出|转走|迁出|调出|停止党籍|除名|脱党)|转[至到往](?:[^，。；,;]{0,12})(?:医院|病房|科室?|养老院|护理院|康复)|(?:不含|除去|不包括)[^，。；,;]*/g
const kin =
  '老伴|配偶|爱人|丈夫|妻子?|夫人|先生|儿子?|女儿|长子|次子|长女|次女|子女|父亲?|母亲?|父母|岳父母?|公公|婆婆|兄|弟|姐|妹|孙|家属|亲属|亲人|家人'
const ofKin = new RegExp(`(?:${kin})[^，。；、,;\\s]{0,8}?(?:${death})`, 'g')

/** One of these characters stands in each of those words: most cells have none, and need no closer look. */
const maySay = /[世故逝亡籍除党消转迁调移]/

/** What words say of the one they stand beside; nothing where they speak of kin, of what has not happened, or of something else. */
export const signIn = (text: string): Sign | null => {
  if (!maySay.test(fold(text))) return null
  const plain = fold(text).replaceAll(' ', '').replace(ofKin, '').replace(unsaid, '')
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

const oldList = /作废|废止|停用|旧表|旧名单|备份|样表|样例|示例|往年/

/** What the name of a sheet, or a line over people, says of all who stand there. */
export const signOfHeading = (text: string): Sign | null => {
  const plain = fold(text)
  if (/(?:^|[^不])(?:含|包括)|已?(?:删|剔除|除去)/.test(plain)) return null
  return signIn(plain.replace(/[（(【[][^）)】\]]*[)）】\]]/g, '')) ?? (oldList.test(plain) ? 'void' : null)
}

/** A line that takes what the lines before it said back: those below belong to the branch. */
export const isPresentHeading = (text: string): boolean => /在册|在世|健在|现有|在籍|正式党员|预备党员|名册|花名册/.test(fold(text))

const kinTitle = new RegExp(`${kin}|遗属|联系人|监护`)
/** Titles that ask about it themselves: 去世时间, 是否转出, 停止党籍原因, 抚恤金. */
const titles: readonly (readonly [Sign, RegExp])[] = [
  ['died', new RegExp(`${death}|殡葬|丧葬|抚恤`)],
  ['stopped', /停止党籍|停籍|除名|退党|脱党|出党/],
  ['moved', /转出|转走|迁出|调出|调离|转往|转去|转移/],
]

/** Whether a column is about the person's kin, so that its words do not speak of the person. */
export const isOfKin = (title: string): boolean => kinTitle.test(title)

const no = /^(?:否|未|无|没有?|不是?|非|在世|健在|在册|正常|[nNfF0×✗✘]|no)$/

/** What a cell says under its title; for 去世时间 and the like anything but 否 does. */
export const signUnder = (title: string, text: string): Sign | null => {
  const plain = fold(text)
  if (saysNothing(plain) || isOfKin(title)) return null
  const said = signIn(plain)
  if (said !== null) return said
  const asked = titles.find(([, pattern]) => pattern.test(title))?.[0] ?? null
  return asked === null || no.test(plain) || /^(?:未|没|无|不)/.test(plain) ? null : asked
}
