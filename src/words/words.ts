import type { AnyRefusal } from '../platform/call'

/** What a person is told: what happened, what was kept, what to press next. */
export interface Words {
  what: string
  kept: string
  press: string
}

const NOTHING_LOST = '您填的内容还在。'
const UNCHANGED = '原来的内容没有变。'

/** Every refusal there is, in plain words. A code without its line here does not compile. */
const words: Record<AnyRefusal['code'], Words> = {
  OFFLINE: { what: '现在连不上网络', kept: '原来的内容都没有丢。', press: '请看看手机有没有信号，再按一次。' },
  BROKEN: { what: '云端没有做完', kept: '您填的、选的都还在，没有丢。', press: '请再按一次；还是这样，就过几分钟再来。' },
  INTERNAL: { what: '系统出了一点问题', kept: '原来的内容都没有丢。', press: '请过一会儿再按一次；还不行就给支部打电话。' },
  INVALID_INPUT: { what: '有的地方没有填对', kept: NOTHING_LOST, press: '请检查一下填的内容，改好再按一次。' },
  UNAUTHENTICATED: { what: '还不知道您是哪一位', kept: UNCHANGED, press: '请先到“我的”里绑定您的身份。' },
  FORBIDDEN: { what: '这件事不归您办', kept: UNCHANGED, press: '如果应该由您来办，请给支部书记打电话。' },
  NOT_FOUND: { what: '没有找到这一项', kept: '可能已经被撤下了。', press: '请返回，看看最新的内容。' },
  CONFLICT: { what: '刚才有别人也改了这里', kept: NOTHING_LOST, press: '请看一看最新的内容，再按一次。' },
  RATE_LIMITED: { what: '按得太频繁了', kept: '原来的内容都没有丢。', press: '请歇一会儿再按。' },
  EXPORT_RUNNING: { what: '上一次导出还没有做完', kept: UNCHANGED, press: '请等它做完，做好了会在消息里告诉您。' },
  EXPORT_UNFINISHED: { what: '导出还没有做完，不能确认收好', kept: UNCHANGED, press: '请等它做完，打开看过再确认。' },
  FILE_NOT_YOURS: { what: '这个文件不能用在这里', kept: NOTHING_LOST, press: '请重新选一次文件或者照片，再按一次。' },
  TEXT_REFUSED: { what: '有的字句不适合发出去', kept: NOTHING_LOST, press: '请换个说法，再按一次。' },

  INVITE_INVALID: { what: '这个邀请码不对，或者已经用过了', kept: NOTHING_LOST, press: '请核对一下，或者请支部书记再给一个。' },
  ALREADY_BOUND: { what: '已经绑定过了', kept: UNCHANGED, press: '如果不是您本人绑定的，请给支部书记打电话。' },
  PHONE_BINDING_OFF: { what: '这里没有开通用手机号绑定', kept: UNCHANGED, press: '请给支部书记打电话，要一个邀请码，填上就能绑定。' },
  PHONE_CODE_INVALID: { what: '没有拿到您的手机号', kept: UNCHANGED, press: '请再按一次“用手机号绑定”。' },
  PHONE_UNKNOWN: { what: '名册里没有这个手机号', kept: UNCHANGED, press: '请给支部书记打电话，要一个邀请码。' },
  BRANCH_CARD_ENDED: { what: '这张邀请卡片已经不用了', kept: UNCHANGED, press: '请用手机号绑定，或者请书记在群里再发一张。' },
  BRANCH_UNCLEAR: { what: '没有找到这个支部，或者不止一个', kept: NOTHING_LOST, press: '请照支部的全名再写一次。' },
  PHONE_WHO: { what: '请选一选，您是哪一位', kept: '手机号已经核对过。', press: '请选您的出生年份，或者填上姓名，再按一次。' },
  PHONE_ASK_SECRETARY: {
    what: '没能认出您，今天不能再试了',
    kept: UNCHANGED,
    press: '请给支部书记打电话，要一个邀请码，填上就能绑定。',
  },
  OFFICE_NEEDS_INVITE: {
    what: '担任职务的同志，要用邀请码绑定',
    kept: UNCHANGED,
    press: '请上级党组织给您发一个邀请码。',
  },
  DOOR_NEEDS_ANOTHER: { what: '这个号码是您登记的', kept: UNCHANGED, press: '请本人在手机上答应，或者请另一位负责人来核对。' },
  PHONE_INVALID: { what: '电话号码不对', kept: NOTHING_LOST, press: '请检查号码有没有多一位、少一位。' },

  SETUP_CODE_INVALID: {
    what: '设置码不对，或者已经作废',
    kept: NOTHING_LOST,
    press: '请照着技术人员电脑上最新显示的那一行，再核对一遍。',
  },
  SETUP_DONE: { what: '已经有同志设置好了', kept: '这里的内容没有变。', press: '请那位同志给您一个邀请码，填上就能绑定。' },

  ORG_KIND_MISPLACED: { what: '这里不能设这一类组织', kept: NOTHING_LOST, press: '请换一个上级，或者换一个类别。' },
  TRANSFER_OPEN: { what: '这位同志已经有一封介绍信在路上', kept: NOTHING_LOST, press: '先收回那一封，再重新开。' },
  TRANSFER_LAPSED: { what: '这封介绍信过了有效期', kept: UNCHANGED, press: '请转出支部重新开一封。' },
  TRANSFER_ENDED: { what: '这封介绍信已经办完或收回了', kept: UNCHANGED, press: '请回到列表看最新的情况。' },
  BRANCH_TEMPORARY: { what: '临时党支部不接转组织关系', kept: NOTHING_LOST, press: '请选别的支部；要在那里参加活动，请那里的书记登记。' },
  NOT_AWAY: { what: '没有登记外出，不用记联系', kept: NOTHING_LOST, press: '请回到列表看最新的情况。' },
  ORG_NAME_TAKEN: { what: '已经有同名的组织了', kept: NOTHING_LOST, press: '请换一个名称，再按一次。' },
  ORG_HOST_MISPLACED: { what: '不能挂靠在这里', kept: UNCHANGED, press: '请另选一个在用的组织。' },
  BRANCH_UNITS: { what: '联合党支部的单位数不对', kept: NOTHING_LOST, press: '请填两个以上、规定个数以内的单位，不要重复。' },
  FOUNDING_TOO_FEW: { what: '正式党员人数不够成立支部', kept: NOTHING_LOST, press: '可以和别的单位一起成立联合党支部，或者核对人数。' },
  FOUNDING_ANSWERED: { what: '这份申请已经有人办过了', kept: UNCHANGED, press: '请回到列表看最新的情况。' },
  ORG_MERGE_MISPLACED: { what: '只有支部和支部可以合并、拆分', kept: UNCHANGED, press: '请重新选要合并的支部。' },
  BRANCH_TOO_SMALL: { what: '人数不够成立一个支部', kept: NOTHING_LOST, press: '请多选几位党员，或者改为并入别的支部。' },
  ORG_NOT_EMPTY: { what: '这个组织里还有人，不能撤销', kept: UNCHANGED, press: '请先把党员转到别的支部。' },
  REPORT_NOT_OWED: { what: '这个时期不用交报告', kept: NOTHING_LOST, press: '请返回，看看该交哪一期的报告。' },
  REPORT_EMPTY: { what: '报告还是空的', kept: NOTHING_LOST, press: '请写几句，或者按一下“开始说”，再按一次。' },
  ROLE_NOT_YOURS_TO_GIVE: { what: '这个职务要由上级来定', kept: UNCHANGED, press: '请联系上级党组织。' },

  COMMITTEE_APPOINTED: { what: '这个支部的班子由上级指定，不选举', kept: NOTHING_LOST, press: '请联系街道或者老干部局。' },
  COMMITTEE_WITHOUT_HEAD: { what: '名单里没有书记，也没有副书记', kept: NOTHING_LOST, press: '请选好书记，再按一次。' },
  COMMITTEE_POST_TWICE: { what: '这个职务只能由一位同志担任', kept: NOTHING_LOST, press: '请改一下名单，再按一次。' },
  COMMITTEE_TOO_LARGE: { what: '人数超过了规定', kept: NOTHING_LOST, press: '请减到规定的人数，再按一次。' },
  COMMITTEE_NOT_ITS_MEMBER: { what: '名单里有的同志不在这个支部', kept: NOTHING_LOST, press: '请换成支部里的同志，或者先把组织关系转来。' },
  COMMITTEE_NONE: { what: '这个支部还没有登记班子', kept: NOTHING_LOST, press: '请先登记选出来的班子。' },
  COMMITTEE_LAST_OFFICER: {
    what: '卸任以后，这个支部就没有人负责了',
    kept: UNCHANGED,
    press: '请先补选或者任命一位；一定要现在卸任，就再确认一次。',
  },
  COMMITTEE_POSTPONED_TOO_FAR: { what: '延期太久了', kept: NOTHING_LOST, press: '延期一般不超过一年，请改一个早些的日子。' },
  ROSTER_FILE_UNREADABLE: { what: '这个文件打不开', kept: '名册没有变。', press: '请用 Excel 另存为 .xlsx 文件，再选一次。' },
  ROSTER_NO_HEADER: { what: '表里没有找到“姓名”这一列', kept: '名册没有变。', press: '请检查表头，或者下载模板来填。' },
  ROSTER_NO_BRANCH_COLUMN: {
    what: '表里没有写支部的一列',
    kept: '名册没有变。',
    press: '请加一列“所在党支部”，写明每个人的支部，再选一次；也可以下载模板来填。',
  },
  ROSTER_TOO_LONG: { what: '这张表的人太多，一次放不下', kept: '名册没有变。', press: '请分成几张表，一张一张导入。' },
  MERGE_UNDO_LATE: { what: '合并已经过了一天，不能再分开了', kept: UNCHANGED, press: '如果真是两个人，请用花名册再导入另一位。' },
  ROSTER_CHANGED: { what: '名册刚才被别人改过', kept: '这次还没有导入。', press: '请重新选一次文件，看过再确认。' },

  ACTIVITY_TIMES_WRONG: { what: '活动的时间不对', kept: NOTHING_LOST, press: '请看看：结束要晚于开始，开始不能是过去。' },
  COURSE_UNFINISHED: { what: '这门课还没有听完', kept: UNCHANGED, press: '请接着听。' },
  BOOK_OUT: { what: '这本书都借出去了', kept: UNCHANGED, press: '请等还回来再借。' },
  MATERIAL_SHORT: { what: '不够发了', kept: NOTHING_LOST, press: '请少选几位。' },
  STUDY_DATE_WRONG: { what: '日期不对', kept: NOTHING_LOST, press: '请选今天以后、一年以内的日子。' },
  BOOK_TOO_LONG: { what: '这段时间的会太多，一本放不下', kept: NOTHING_LOST, press: '请选短一些的时间，分成几本来做。' },
  REVIEW_NOT_HERE: { what: '这次活动不是组织生活会，也不是民主评议', kept: UNCHANGED, press: '请返回，打开组织生活会或者民主评议。' },
  REVIEW_CLOSED: { what: '这次已经办结了', kept: UNCHANGED, press: '要改的话，请支部书记先重新打开。' },
  REVIEW_EMPTY: { what: '还没有写，也没有录音', kept: NOTHING_LOST, press: '请写几句或者说几句，再按一次。' },
  REVIEW_BALLOTS_WRONG: { what: '票数对不上', kept: NOTHING_LOST, press: '每个人的票加起来不能超过收回的票，请核对。' },
  APPRAISAL_TOO_MANY_EXCELLENT: { what: '优秀的人数超过了规定', kept: NOTHING_LOST, press: '请把几位改成合格，再按一次。' },
  PLAN_YEAR_OVER: { what: '那一年已经过去了', kept: UNCHANGED, press: '请排今年或者明年的计划。' },
  PLAN_DAY_WRONG: { what: '日期不对', kept: NOTHING_LOST, press: '请选这一年里、今天以后的日子。' },
  PLAN_OUT: { what: '这次活动已经发出去了', kept: UNCHANGED, press: '要改期、取消，请到这次活动里办，大家会收到通知。' },
  CIRCLE_CLOSED: { what: '这个小组已经停办', kept: '以前的活动和成绩都还在。', press: '请返回，看看别的小组。' },
  CIRCLE_FULL: { what: '这个小组人满了', kept: UNCHANGED, press: '想参加的话，请给支部书记打电话。' },
  ACTIVITY_CANCELLED: { what: '这次活动已经取消', kept: '取消之前的记录都还在。', press: '请返回，看看别的活动。' },
  ACTIVITY_OVER: { what: '这次活动已经结束，不能再取消', kept: '签到和记录都还在。', press: '要改签到请到签到表；请返回看看别的活动。' },
  UNDO_LATE: { what: '消息已经开始发了，撤不回来了', kept: UNCHANGED, press: '要改的话，请再改一次；大家会再收到一条通知。' },
  ACTS_STAND: { what: '已经有人签到、请假或者认领了', kept: '还没有改，原来的安排没有变。', press: '请先选一下这些怎么算，再按一次。' },
  PLACES_IN_USE: { what: '名额减到这么少，已经签到的人就没有位子了', kept: '名额没有变。', press: '请把名额改多一点。' },
  SIGNUP_CLOSED: { what: '报名已经截止', kept: UNCHANGED, press: '还想参加的话，请给支部书记打电话。' },
  NOT_INVITED: { what: '这是别的支部的活动', kept: UNCHANGED, press: '请返回，看看自己支部的活动。' },

  SIGNIN_NOT_OPEN: { what: '现在不是签到时间', kept: UNCHANGED, press: '请在活动开始前后再来签到；已经到场就请告诉书记。' },
  SIGNIN_CODE_INVALID: { what: '这不是这次活动的签到码', kept: UNCHANGED, press: '请对着书记屏幕上的码，再扫一次。' },
  SIGNIN_CODE_EXPIRED: { what: '这个码刚刚换过了', kept: UNCHANGED, press: '请对着书记的屏幕，再扫一次新的码。' },
  SIGNIN_TOO_FAR: { what: '您离活动地点还远', kept: UNCHANGED, press: '请到了现场再按；已经到了就请扫码，或者告诉书记。' },
  KIOSK_CLOSED: { what: '这台签到机已经关了', kept: '已经签到的都算数。', press: '请书记重新打开签到机。' },
  KIOSK_NOBODY: { what: '没有找到这四位数字', kept: UNCHANGED, press: '请再按一次手机号的最后四位，或者告诉书记。' },

  PAIRING_LIMIT: { what: '这位同志联系的人已经满了', kept: '这次没有结对，原来的都没有变。', press: '请换一位同志，或者先交接几位出去。' },
  PAIRING_NOT_ELDER: {
    what: '在职的同志不安排联络员',
    kept: '这次没有结对，原来的都没有变。',
    press: '家里有困难的，请改选“入户帮扶”或“代理家长”；已经退休的，请先在花名册里改好。',
  },
  PAIRING_SELF: { what: '自己不能联系自己', kept: UNCHANGED, press: '请换一位同志。' },
  NOT_PAIRED: { what: '这位老同志现在不由您联系', kept: UNCHANGED, press: '请返回，看看最新的名单。' },
  CARD_NOT_YOURS: {
    what: '这不是您的亲情服务卡',
    kept: '卡上的内容只给本人、家属和联系人看。',
    press: '如果是您捡到的，请交给社区或支部，谢谢您。',
  },

  ALREADY_TAKEN: { what: '已经有人接了', kept: '谢谢您的热心。', press: '请返回，看看还有什么要帮忙的。' },
  REQUEST_CLOSED: { what: '这件求助已经办完或撤回了', kept: '办理的经过都还在。', press: '请返回；要是又有事，请再按一次求助。' },
  REQUEST_NOT_YOURS: { what: '这件事现在不在您手上', kept: UNCHANGED, press: '请返回，看看最新的情况。' },
  REQUEST_NOT_DONE: { what: '这件求助还没有办好', kept: UNCHANGED, press: '请等办好了再按；着急就给接手的同志打电话。' },
  PLAN_DATE_WRONG: { what: '计划的日期不对', kept: NOTHING_LOST, press: '请选今天以后、三个月以内的日期。' },

  POST_TIMES_WRONG: { what: '班次的时间不对', kept: NOTHING_LOST, press: '请看看：要晚于现在，结束晚于开始，一个班次不超过一天。' },
  POST_CLOSED: { what: '这个班次已经不能认领或者改动了', kept: UNCHANGED, press: '请返回，看看别的班次；有要紧的事请给联系人打电话。' },
  POST_OVER: { what: '这个岗位已经结束，不能再取消', kept: '服务记录都还在。', press: '请返回；谁来过可以在岗位页登记。' },
  POST_FULL: { what: '排队的人太多了', kept: UNCHANGED, press: '请看看别的班次，一样缺人手。' },
  SHIFT_OVERLAPS: { what: '和您认领的另一个班次时间撞上了', kept: '您原来认领的班次还在。', press: '请先退出那一个，或者换一个班次。' },
  WITHDRAW_REASON_NEEDED: { what: '离上岗不到一天了', kept: '您的名额还在。', press: '请说一下为什么来不了，再按一次。' },
  NOT_HOLDING: { what: '您没有认领这个班次', kept: UNCHANGED, press: '请看看“我的班次”，或者给联系人打电话。' },
  PERSON_UNCLEAR: { what: '没有找到这位同志，或者有同名的', kept: '您的名额还在。', press: '请核对姓名，或者转给大家来接。' },
  VISIT_DONE: { what: '这次走访已经有人登记过了', kept: '原来的登记还在。', press: '请返回看看登记的内容；还要再去一次，请书记另外安排。' },
  VISIT_DROPPED: { what: '这次走访已经取消', kept: UNCHANGED, press: '请返回，看看最新的走访安排。' },
  VISIT_NOT_RECORDED: { what: '这次走访现在没有登记', kept: UNCHANGED, press: '请返回，看看最新的情况；去过了就重新登记。' },
  VISIT_CHANGED: { what: '这次走访的登记刚才被改过', kept: '您填的还在。', press: '请返回，看看改成了什么；还不对，再改一次。' },
  VISIT_TIME_WRONG: { what: '走访的时间不对', kept: NOTHING_LOST, press: '请看看：不能是还没到的时间，也不能太久以前。' },
  CALL_NOT_ENOUGH: { what: '这次要上门，打电话不算', kept: NOTHING_LOST, press: '请上门看望以后再登记。' },
  HELPER_UNFIT: { what: '不能派给这位同志', kept: UNCHANGED, press: '请换一位支部里的同志；不能派给老同志自己。' },
  CALENDAR_WRONG: { what: '有的日期不在这一年里，或者开始晚于结束', kept: NOTHING_LOST, press: '请改好日期，再按一次。' },

  SHIFT_NOT_OVER: { what: '这个班次还没有结束', kept: UNCHANGED, press: '请等班次结束以后再登记。' },

  AFTERCARE_MARKED: { what: '这位同志已经登记过了', kept: '登记的内容都在。', press: '请到“善后”里看要办的事。' },
  AFTERCARE_NAME_WRONG: {
    what: '填的字和姓名的最后一个字不一样',
    kept: '还没有登记，什么都没有变。',
    press: '请核对是不是这位同志，再填一次。',
  },
  AFTERCARE_DATE_WRONG: { what: '去世的日期不对', kept: '还没有登记，什么都没有变。', press: '请选今天或者以前的日期。' },
  AFTERCARE_UNDO_LATE: { what: '登记已经超过一天，不能撤销了', kept: '登记的内容都在。', press: '如果确实登记错了，请联系老干部局。' },
}

/** By code; the cloud may be newer than the program on this phone, and refuse with what it has no words for. */
const known: Readonly<Record<string, Words>> = words

/** A refusal in words; where the cloud says of its own what is wrong, in those. */
export const wordsOf = (refusal: AnyRefusal): Words => {
  const said = known[refusal.code] ?? words.INTERNAL
  if (refusal.code === 'INVALID_INPUT' && refusal.data.message !== undefined) return { ...said, what: refusal.data.message }
  if (refusal.code === 'MATERIAL_SHORT') return { ...said, what: `只剩 ${refusal.data.left} 份，不够发了` }
  if (refusal.code === 'PLACES_IN_USE') return { ...said, press: `请把名额改成 ${refusal.data.atLeast} 人，或者更多。` }
  return said
}

/** What happened, in one plain sentence, for lists where a whole explanation has no room. */
export const whatHappened = (code: AnyRefusal['code']): string => words[code].what

/** Asking again gives the same answer: there is nothing here for the one who asks. */
const final: readonly AnyRefusal['code'][] = [
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_INVITED',
  'CARD_NOT_YOURS',
  'REQUEST_NOT_YOURS',
  'UNAUTHENTICATED',
]

/** Is it of no use to ask again? */
export const isFinal = (code: AnyRefusal['code']): boolean => final.includes(code)
