import { NOTHING_LOST, type Lines, words } from '../words'
import { books } from '../shared/books'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const assessmentLines = {
  ASSESSMENT_CLOSED: { what: '这次考评已经结束了', kept: '以前评的、写的都在。', press: '请返回，看看结果。' },
  ASSESSMENT_SELF_OVER: {
    what: '自查的时间已经过了',
    kept: '您以前写的都在，评委看得见。',
    press: '对得分有意见，可以在那一条下面按“对得分有意见”。',
  },
  ASSESSMENT_FROZEN: { what: '数字已经定下来了', kept: '这次考评按截止那天的数字算。', press: '想看后来有什么变化，请按“看看现在的数”。' },
  AWARD_BOOKED: { what: '奖补已经入账了，档次不能再改', kept: '已经入账的都在。', press: '要更正，请到支部经费账上冲销那一笔。' },
  AWARD_UNDER_WAY: { what: '考评还没有结束，或者还没有定档次', kept: NOTHING_LOST, press: '请先定好档次、结束考评，再入账。' },
  DEBRIEF_EARLY: { what: '述职要到11月才能交', kept: NOTHING_LOST, press: '现在可以先写着，到了11月再按一次。' },
  DEBRIEF_JUDGED: { what: '上级已经点评了，不能再改', kept: '交上去的和点评都在。', press: '请返回，看看点评。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const assessmentWords: RoomWords = { ...words, ...books, ...assessmentLines }
