import { type Lines } from '../words'

/** What is refused where a roster is read from a file. */
export const rosters = {
  ROSTER_FILE_UNREADABLE: { what: '这个文件打不开', kept: '名册没有变。', press: '请用 Excel 另存为 .xlsx 文件，再选一次。' },
  ROSTER_NO_HEADER: { what: '表里没有找到“姓名”这一列', kept: '名册没有变。', press: '请检查表头，或者下载模板来填。' },
  ROSTER_NO_BRANCH_COLUMN: {
    what: '表里没有写支部的一列',
    kept: '名册没有变。',
    press: '请加一列“所在党支部”，写明每个人的支部，再选一次；也可以下载模板来填。',
  },
  ROSTER_TOO_LONG: { what: '这张表的人太多，一次放不下', kept: '名册没有变。', press: '请分成几张表，一张一张导入。' },
  ROSTER_CHANGED: { what: '名册刚才被别人改过', kept: '这次还没有导入。', press: '请重新选一次文件，看过再确认。' },
} as const satisfies Lines
