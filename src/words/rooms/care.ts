import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const careLines = {
  PAIRING_LIMIT: { what: '这位同志联系的人已经满了', kept: '这次没有结对，原来的都没有变。', press: '请换一位同志，或者先交接几位出去。' },
  PAIRING_NOT_ELDER: {
    what: '在职的同志不安排联络员',
    kept: '这次没有结对，原来的都没有变。',
    press: '家里有困难的，请改选“入户帮扶”或“代理家长”；已经退休的，请先在花名册里改好。',
  },
  PAIRING_SELF: { what: '自己不能联系自己', kept: UNCHANGED, press: '请换一位同志。' },
  CASE_CLOSED: { what: '这件事已经谈完了', kept: NOTHING_LOST, press: '请返回，看看最新的情况。' },
  SLOT_TAKEN: { what: '这个时间刚被别的同志约走了', kept: UNCHANGED, press: '请约另一个时间，或者排上候补。' },
  SLOT_OVERLAPS: { what: '和您别的预约时间撞上了', kept: '您原来约的还在。', press: '请换一个时间，或者先取消那一个。' },
  SLOT_CLOSED: { what: '这个时间已经约不了了', kept: UNCHANGED, press: '请换一个时间。' },
  HOURS_CLASH: { what: '这些日子坐班的同志都另有安排', kept: UNCHANGED, press: '请换个时间，或者换一位坐班的同志。' },
  WISH_CLASH: { what: '有人或者车那天另有安排', kept: UNCHANGED, press: '请换人、换车，或者换个日子。' },
  WISH_CLOSED: { what: '这件事已经办好或者取消了', kept: UNCHANGED, press: '还需要的话，请重新提出来。' },
  VISIT_DONE: { what: '这次走访已经有人登记过了', kept: '原来的登记还在。', press: '请返回看看登记的内容；还要再去一次，请书记另外安排。' },
  VISIT_DROPPED: { what: '这次走访已经取消', kept: UNCHANGED, press: '请返回，看看最新的走访安排。' },
  VISIT_NOT_RECORDED: { what: '这次走访现在没有登记', kept: UNCHANGED, press: '请返回，看看最新的情况；去过了就重新登记。' },
  VISIT_CHANGED: { what: '这次走访的登记刚才被改过', kept: '您填的还在。', press: '请返回，看看改成了什么；还不对，再改一次。' },
  VISIT_TIME_WRONG: { what: '走访的时间不对', kept: NOTHING_LOST, press: '请看看：不能是还没到的时间，也不能太久以前。' },
  CALL_NOT_ENOUGH: { what: '这次要上门，打电话不算', kept: NOTHING_LOST, press: '请上门看望以后再登记。' },
  HELPER_UNFIT: { what: '不能派给这位同志', kept: UNCHANGED, press: '请换一位支部里的同志；不能派给老同志自己。' },
  CALENDAR_WRONG: { what: '有的日期不在这一年里，或者开始晚于结束', kept: NOTHING_LOST, press: '请改好日期，再按一次。' },
  AFTERCARE_MARKED: { what: '这位同志已经登记过了', kept: '登记的内容都在。', press: '请到“善后”里看要办的事。' },
  AFTERCARE_NAME_WRONG: {
    what: '填的字和姓名的最后一个字不一样',
    kept: '还没有登记，什么都没有变。',
    press: '请核对是不是这位同志，再填一次。',
  },
  AFTERCARE_DATE_WRONG: { what: '去世的日期不对', kept: '还没有登记，什么都没有变。', press: '请选今天或者以前的日期。' },
  AFTERCARE_UNDO_LATE: { what: '登记已经超过一天，不能撤销了', kept: '登记的内容都在。', press: '如果确实登记错了，请联系老干部局。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const careWords: RoomWords = { ...words, ...careLines }
