import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const meansLines = {
  DUES_FILE_UNREADABLE: { what: '这个文件打不开', kept: '一笔也没有记。', press: '请用 Excel 另存为 .xlsx 文件，再选一次。' },
  DUES_NOT_IN_HAND: { what: '手里没有这么多党费', kept: NOTHING_LOST, press: '请核对这个季度收了多少、交了多少。' },
  FUND_CLOSED: { what: '那个月已经结账了', kept: NOTHING_LOST, press: '请把日子改到没结账的月份。' },
  FUND_SECOND_PERSON: { what: '提出的人自己不能同意', kept: UNCHANGED, press: '请另一位同志来看、来同意。' },
  DUES_NOT_HERE: { what: '这里不收这位同志的党费', kept: NOTHING_LOST, press: '党费交到正式组织关系所在的支部。' },
  DUES_PAID: { what: '这几个月里有的已经交过了', kept: '这一笔没有记。', press: '请看看已经交到哪个月，再选没交的月份。' },
  DUES_SPECIAL_TOO_LITTLE: { what: '自愿多交的数目不到规定的数', kept: NOTHING_LOST, press: '不到规定数目的，请按月交党费来记。' },
  NOT_LEFT: { what: '没有这么多可以借了', kept: UNCHANGED, press: '请少借几个，或者等还回来再借。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const meansWords: RoomWords = { ...words, ...meansLines }
