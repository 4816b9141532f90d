import { UNCHANGED, type Lines, words } from '../words'
import { organizations } from '../shared/organizations'
import { rosters } from '../shared/rosters'
import { requests } from '../shared/requests'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const bureauLines = {
  EXPORT_RUNNING: { what: '上一次导出还没有做完', kept: UNCHANGED, press: '请等它做完，做好了会在消息里告诉您。' },
  EXPORT_UNFINISHED: { what: '导出还没有做完，不能确认收好', kept: UNCHANGED, press: '请等它做完，打开看过再确认。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const bureauWords: RoomWords = { ...words, ...organizations, ...rosters, ...requests, ...bureauLines }
