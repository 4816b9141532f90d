import { NOTHING_LOST, UNCHANGED, type Lines } from '../words'

/** What is refused where something is set for a day or lent. */
export const dates = {
  ACTIVITY_TIMES_WRONG: { what: '活动的时间不对', kept: NOTHING_LOST, press: '请看看：结束要晚于开始，开始不能是过去。' },
  BOOK_OUT: { what: '这本书都借出去了', kept: UNCHANGED, press: '请等还回来再借。' },
  STUDY_DATE_WRONG: { what: '日期不对', kept: NOTHING_LOST, press: '请选今天以后、一年以内的日子。' },
} as const satisfies Lines
