import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import { organizations } from '../shared/organizations'
import { rosters } from '../shared/rosters'
import { dates } from '../shared/dates'
import { requests } from '../shared/requests'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const secretaryLines = {
  BRANCH_UNCLEAR: { what: '没有找到这个支部，或者不止一个', kept: NOTHING_LOST, press: '请照支部的全名再写一次。' },
  MERGE_UNDO_LATE: { what: '合并已经过了一天，不能再分开了', kept: UNCHANGED, press: '如果真是两个人，请用花名册再导入另一位。' },
  MATERIAL_SHORT: { what: '不够发了', kept: NOTHING_LOST, press: '请少选几位。' },
  PLAN_YEAR_OVER: { what: '那一年已经过去了', kept: UNCHANGED, press: '请排今年或者明年的计划。' },
  PLAN_DAY_WRONG: { what: '日期不对', kept: NOTHING_LOST, press: '请选这一年里、今天以后的日子。' },
  PLAN_OUT: { what: '这次活动已经发出去了', kept: UNCHANGED, press: '要改期、取消，请到这次活动里办，大家会收到通知。' },
  ACTIVITY_OVER: { what: '这次活动已经结束，不能再取消', kept: '签到和记录都还在。', press: '要改签到请到签到表；请返回看看别的活动。' },
  UNDO_LATE: { what: '消息已经开始发了，撤不回来了', kept: UNCHANGED, press: '要改的话，请再改一次；大家会再收到一条通知。' },
  ACTS_STAND: { what: '已经有人签到、请假或者认领了', kept: '还没有改，原来的安排没有变。', press: '请先选一下这些怎么算，再按一次。' },
  PLACES_IN_USE: { what: '名额减到这么少，已经签到的人就没有位子了', kept: '名额没有变。', press: '请把名额改多一点。' },
  POST_TIMES_WRONG: { what: '班次的时间不对', kept: NOTHING_LOST, press: '请看看：要晚于现在，结束晚于开始，一个班次不超过一天。' },
  POST_OVER: { what: '这个岗位已经结束，不能再取消', kept: '服务记录都还在。', press: '请返回；谁来过可以在岗位页登记。' },
  ROOM_TAKEN: { what: '这个场地那段时间已经有人订了', kept: '填的都还在，通知还没有发。', press: '请换个时间，或者换个场地。' },
  SHIFT_NOT_OVER: { what: '这个班次还没有结束', kept: UNCHANGED, press: '请等班次结束以后再登记。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const secretaryWords: RoomWords = { ...words, ...organizations, ...rosters, ...dates, ...requests, ...secretaryLines }
