import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import { requests } from '../shared/requests'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const serviceLines = {
  MUSTER_TIMES_WRONG: { what: '班次的时间不对', kept: NOTHING_LOST, press: '请看看：结束要晚于开始，不能已经过去，一个班次不超过一天。' },
  MUSTER_ENDED: { what: '这次集结已经结束了', kept: '回过的话和到场的记录都还在。', press: '请返回；有要紧的事请给书记打电话。' },
  NOT_PAIRED: { what: '这位老同志现在不由您联系', kept: UNCHANGED, press: '请返回，看看最新的名单。' },
  CARD_NOT_YOURS: {
    what: '这不是您的亲情服务卡',
    kept: '卡上的内容只给本人、家属和联系人看。',
    press: '如果是您捡到的，请交给社区或支部，谢谢您。',
  },
  POST_FULL: { what: '排队的人太多了', kept: UNCHANGED, press: '请看看别的班次，一样缺人手。' },
  SHIFT_OVERLAPS: { what: '和您认领的另一个班次时间撞上了', kept: '您原来认领的班次还在。', press: '请先退出那一个，或者换一个班次。' },
  WITHDRAW_REASON_NEEDED: { what: '离上岗不到一天了', kept: '您的名额还在。', press: '请说一下为什么来不了，再按一次。' },
  NOT_HOLDING: { what: '您没有认领这个班次', kept: UNCHANGED, press: '请看看“我的班次”，或者给联系人打电话。' },
  PERSON_UNCLEAR: { what: '没有找到这位同志，或者有同名的', kept: '您的名额还在。', press: '请核对姓名，或者转给大家来接。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const serviceWords: RoomWords = { ...words, ...requests, ...serviceLines }
