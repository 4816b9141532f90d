import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import { organizations } from '../shared/organizations'
import { committees } from '../shared/committees'
import { reviews } from '../shared/reviews'
import { dates } from '../shared/dates'
import { books } from '../shared/books'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const branchLines = {
  TRANSFER_OPEN: { what: '这位同志已经有一封介绍信在路上', kept: NOTHING_LOST, press: '先收回那一封，再重新开。' },
  TRANSFER_LAPSED: { what: '这封介绍信过了有效期', kept: UNCHANGED, press: '请转出支部重新开一封。' },
  TRANSFER_ENDED: { what: '这封介绍信已经办完或收回了', kept: UNCHANGED, press: '请回到列表看最新的情况。' },
  BRANCH_TEMPORARY: { what: '临时党支部不接转组织关系', kept: NOTHING_LOST, press: '请选别的支部；要在那里参加活动，请那里的书记登记。' },
  NOT_AWAY: { what: '没有登记外出，不用记联系', kept: NOTHING_LOST, press: '请回到列表看最新的情况。' },
  ORG_HOST_MISPLACED: { what: '不能挂靠在这里', kept: UNCHANGED, press: '请另选一个在用的组织。' },
  FOUNDING_TOO_FEW: { what: '正式党员人数不够成立支部', kept: NOTHING_LOST, press: '可以和别的单位一起成立联合党支部，或者核对人数。' },
  FOUNDING_ANSWERED: { what: '这份申请已经有人办过了', kept: UNCHANGED, press: '请回到列表看最新的情况。' },
  ORG_MERGE_MISPLACED: { what: '只有支部和支部可以合并、拆分', kept: UNCHANGED, press: '请重新选要合并的支部。' },
  BRANCH_TOO_SMALL: { what: '人数不够成立一个支部', kept: NOTHING_LOST, press: '请多选几位党员，或者改为并入别的支部。' },
  REPORT_NOT_OWED: { what: '这个时期不用交报告', kept: NOTHING_LOST, press: '请返回，看看该交哪一期的报告。' },
  REPORT_EMPTY: { what: '报告还是空的', kept: NOTHING_LOST, press: '请写几句，或者按一下“开始说”，再按一次。' },
  COMMITTEE_LAST_OFFICER: {
    what: '卸任以后，这个支部就没有人负责了',
    kept: UNCHANGED,
    press: '请先补选或者任命一位；一定要现在卸任，就再确认一次。',
  },
  COMMITTEE_POSTPONED_TOO_FAR: { what: '延期太久了', kept: NOTHING_LOST, press: '延期一般不超过一年，请改一个早些的日子。' },
  COURSE_UNFINISHED: { what: '这门课还没有听完', kept: UNCHANGED, press: '请接着听。' },
  REVIEW_EMPTY: { what: '还没有写，也没有录音', kept: NOTHING_LOST, press: '请写几句或者说几句，再按一次。' },
  REVIEW_BALLOTS_WRONG: { what: '票数对不上', kept: NOTHING_LOST, press: '每个人的票加起来不能超过收回的票，请核对。' },
  APPRAISAL_TOO_MANY_EXCELLENT: { what: '优秀的人数超过了规定', kept: NOTHING_LOST, press: '请把几位改成合格，再按一次。' },
  CIRCLE_CLOSED: { what: '这个小组已经停办', kept: '以前的活动和成绩都还在。', press: '请返回，看看别的小组。' },
  CIRCLE_FULL: { what: '这个小组人满了', kept: UNCHANGED, press: '想参加的话，请给支部书记打电话。' },
  NOT_AGREED: { what: '对方还没有答应', kept: UNCHANGED, press: '等对方答应了，才看得到电话。' },
  SUGGESTION_ANSWERED: { what: '这条建议已经答复了', kept: NOTHING_LOST, press: '请返回，看看答复；还有话说，可以再提一条。' },
  SUGGESTION_UNANSWERED: { what: '这条建议还没有答复', kept: NOTHING_LOST, press: '请等答复了再按。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const branchWords: RoomWords = { ...words, ...organizations, ...committees, ...reviews, ...dates, ...books, ...branchLines }
