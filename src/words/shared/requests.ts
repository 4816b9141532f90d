import { NOTHING_LOST, UNCHANGED, type Lines } from '../words'

/** What is refused where help is given. */
export const requests = {
  REQUEST_CLOSED: { what: '这件求助已经办完或撤回了', kept: '办理的经过都还在。', press: '请返回；要是又有事，请再按一次求助。' },
  REQUEST_NOT_YOURS: { what: '这件事现在不在您手上', kept: UNCHANGED, press: '请返回，看看最新的情况。' },
  REQUEST_NOT_DONE: { what: '这件求助还没有办好', kept: UNCHANGED, press: '请等办好了再按；着急就给接手的同志打电话。' },
  ALREADY_TAKEN: { what: '已经有人接了', kept: '谢谢您的热心。', press: '请返回，看看还有什么要帮忙的。' },
  PLAN_DATE_WRONG: { what: '计划的日期不对', kept: NOTHING_LOST, press: '请选今天以后、三个月以内的日期。' },
  POST_CLOSED: { what: '这个班次已经不能认领或者改动了', kept: UNCHANGED, press: '请返回，看看别的班次；有要紧的事请给联系人打电话。' },
} as const satisfies Lines
