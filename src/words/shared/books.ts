import { NOTHING_LOST, type Lines } from '../words'

/** What is refused where a record book is printed. */
export const books = {
  BOOK_TOO_LONG: { what: '这段时间的会太多，一本放不下', kept: NOTHING_LOST, press: '请选短一些的时间，分成几本来做。' },
} as const satisfies Lines
