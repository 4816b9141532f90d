import { numbered, type Standard, type Template, type TemplateKind, type TemplateRule } from './standards'

type Line = Omit<TemplateRule, 'ruleId'>

/** A rule whose points follow a figure. */
const seen = (
  points: number,
  text: string,
  measure: `${string}.${string}`,
  atLeast: number,
  less: { halfAt?: number; lose?: number } = {},
): Line => {
  const [source = '', name = ''] = measure.split('.')
  return { text, points, evidence: { source, measure: name, atLeast, ...less } }
}
/** A rule that people judge; `visited` where it is looked at on the spot. */
const judged = (points: number, text: string): Line => ({ text, points })
const visited = (points: number, text: string): Line => ({ text, points, visit: true })
const standard = (name: string, ...rules: Line[]) => ({ name, rules })

interface Head {
  templateId: string
  name: string
  kind: TemplateKind
  document: string
  from: string
}
const template = (head: Head, ...standards: readonly { name: string; rules: readonly Line[] }[]): Template => ({
  ...head,
  version: 1,
  standards: numbered(standards) satisfies Standard[],
})

/** 六好 (2022): the standards are those of the document, rules and points this product's own, from the practices it carries. */
const sixGoods = template(
  {
    templateId: 'six-goods-2022',
    name: '“六好”示范党支部',
    kind: 'model',
    document: '关于加强新时代离退休干部党的建设工作的意见（2022年）',
    from: '2022-05-01',
  },
  standard(
    '组织设置好',
    seen(4, '每位党员都编进支部，支部有联络员', 'coverage.whole', 1),
    seen(4, '组织关系接转按期办结', 'transfers.in-time', 100, { halfAt: 80 }),
    seen(3, '每位老同志都有人结对联系', 'pairings.paired', 100, { halfAt: 90 }),
    judged(3, '支部设置方便老同志就近参加活动，功能型小组健全'),
  ),
  standard(
    '班子建设好',
    seen(5, '班子配齐，按期换届，没有空缺', 'committee.complete', 1),
    seen(4, '支委会按时召开', 'rhythm.committee', 100, { halfAt: 75 }),
    seen(4, '按期向上级报告支部工作', 'reports.kept', 100, { halfAt: 75 }),
    judged(3, '书记带头、班子团结，遇事集体商量'),
  ),
  standard(
    '党员队伍好',
    seen(6, '党员参加组织生活，含送学上门', 'attendance.rate', 80, { halfAt: 60 }),
    seen(4, '组织生活会、民主评议按要求开展', 'rhythm.appraisal', 100),
    seen(4, '党员学时达到要求', 'study.reached', 80, { halfAt: 60 }),
    judged(4, '党员遵守纪律，没有违纪违法'),
  ),
  standard(
    '学习活动好',
    seen(6, '主题党日每月一次', 'rhythm.party-day', 100, { halfAt: 80 }),
    seen(4, '党课按时上', 'rhythm.lecture', 100, { halfAt: 75 }),
    seen(3, '每季度有一个主题', 'themes.quarters', 100, { halfAt: 50 }),
    seen(3, '对年老体弱的党员送学上门', 'attendance.brought', 1),
    judged(3, '学习内容贴近老同志，形式多样'),
  ),
  standard(
    '作用发挥好',
    seen(4, '党员认领服务岗位，参加志愿服务', 'posts.served', 20, { halfAt: 10 }),
    seen(3, '建言献策得到采纳', 'suggestions.adopted', 1),
    seen(4, '群众和老同志的求助按承诺办好', 'promises.kept', 90, { halfAt: 75 }),
    seen(3, '银发人才登记并保持联系', 'talent.confirmed', 5, { halfAt: 2 }),
    judged(4, '有叫得响的特色做法或品牌'),
  ),
  standard(
    '制度坚持好',
    seen(4, '党员大会按时召开', 'rhythm.general-meeting', 100, { halfAt: 75 }),
    seen(4, '四必访落实到位', 'visits.done', 95, { halfAt: 80 }),
    seen(3, '特殊关怀对象按时联系', 'special-care.in-time', 100, { halfAt: 90 }),
    seen(2, '待遇事项按期办理', 'benefits.done', 95, { halfAt: 80 }),
    visited(2, '台账资料齐全，公开栏及时更新'),
  ),
)

/** Eight standards and 32 rules (S1): the document's full text was not to be had, so that only its numbers are followed; a bureau puts in its own. */
const eightStandards = template(
  {
    templateId: 'eight-standards-2020',
    name: '示范党支部八项标准（32条）',
    kind: 'model',
    document: '省级示范离退休干部党支部创建工作的通知（2020年）',
    from: '2020-01-01',
  },
  standard(
    '政治功能明显增强',
    seen(4, '主题党日坚持每月开展', 'rhythm.party-day', 100, { halfAt: 80 }),
    seen(3, '党课按时上', 'rhythm.lecture', 100, { halfAt: 75 }),
    seen(3, '形势通报会每半年一次', 'rhythm.briefing', 100, { halfAt: 50 }),
    judged(3, '政治引领有载体，党员听党话、跟党走'),
  ),
  standard(
    '组织设置科学合理',
    seen(3, '应建尽建、应管尽管，没有漏管的党员', 'coverage.whole', 1),
    seen(3, '组织关系接转及时', 'transfers.in-time', 100, { halfAt: 80 }),
    judged(3, '支部、党小组设置便于活动'),
    judged(3, '流动党员有人联系'),
  ),
  standard(
    '班子坚强有力',
    seen(4, '班子健全，按期换届', 'committee.complete', 1),
    seen(3, '支委会每月召开', 'rhythm.committee', 100, { halfAt: 75 }),
    seen(3, '按时报告工作', 'reports.kept', 100, { halfAt: 75 }),
    judged(3, '书记和委员热心为老同志服务'),
  ),
  standard(
    '党员教育管理严格',
    seen(4, '组织生活出勤率', 'attendance.rate', 80, { halfAt: 60 }),
    seen(3, '学时达标', 'study.reached', 80, { halfAt: 60 }),
    seen(3, '民主评议党员每年一次', 'rhythm.appraisal', 100),
    seen(3, '党费按月足额交纳', 'dues.in-time', 100, { halfAt: 90 }),
  ),
  standard(
    '组织生活规范',
    seen(4, '党员大会每季度一次', 'rhythm.general-meeting', 100, { halfAt: 75 }),
    seen(3, '党小组会按时召开', 'rhythm.group-meeting', 100, { halfAt: 75 }),
    seen(3, '组织生活会每年一次', 'rhythm.org-life', 100),
    visited(3, '会议记录完整，有人、有事、有照片'),
  ),
  standard(
    '服务保障到位',
    seen(4, '四必访全部走到', 'visits.done', 95, { halfAt: 80 }),
    seen(3, '独居、空巢、卧床老同志按时联系', 'special-care.in-time', 100, { halfAt: 90 }),
    seen(3, '求助按承诺办好', 'promises.kept', 90, { halfAt: 75 }),
    seen(3, '每位老同志有人结对', 'pairings.paired', 100, { halfAt: 90 }),
  ),
  standard(
    '作用发挥明显',
    seen(3, '党员参加志愿服务', 'posts.served', 20, { halfAt: 10 }),
    seen(3, '建言献策有采纳', 'suggestions.adopted', 1),
    seen(3, '共建单位的承诺落实', 'partners.kept', 90, { halfAt: 60 }),
    judged(3, '在基层治理、关心下一代等方面有成效'),
  ),
  standard(
    '基础保障坚实',
    visited(3, '有固定的活动场所和设施'),
    seen(3, '有工作经费，收支清楚，支出有票据', 'funds.papers', 100, { halfAt: 80 }),
    visited(2, '制度上墙，资料归档'),
    seen(3, '党员对支部工作满意', 'surveys.satisfied', 90, { halfAt: 75 }),
  ),
)

/** A year's targets (S0, S4): with deductions for what was missed, as the offices' tables have them. */
const yearly = template(
  {
    templateId: 'yearly-targets-2026',
    name: '年度目标考核',
    kind: 'yearly',
    document: '离退休干部党支部年度目标考核（样表）',
    from: '2026-01-01',
  },
  standard(
    '组织生活（40分）',
    seen(12, '主题党日每月一次，少一次扣1分', 'rhythm.party-days', 12, { lose: 1 }),
    seen(8, '党员大会每季度一次，少一次扣2分', 'rhythm.general-meetings', 4, { lose: 2 }),
    seen(12, '支委会每月一次，少一次扣1分', 'rhythm.committees', 12, { lose: 1 }),
    seen(8, '党课一年四次，少一次扣2分', 'rhythm.lectures', 4, { lose: 2 }),
  ),
  standard(
    '教育管理（20分）',
    seen(8, '组织生活出勤率', 'attendance.rate', 80, { halfAt: 60 }),
    seen(6, '学时达标', 'study.reached', 80, { halfAt: 60 }),
    seen(6, '班子健全，按期换届', 'committee.complete', 1),
  ),
  standard(
    '关心服务（25分）',
    seen(10, '四必访走到', 'visits.done', 95, { halfAt: 80 }),
    seen(5, '春节走访全覆盖', 'visits.spring-festival', 100),
    seen(5, '求助按承诺办好', 'promises.kept', 90, { halfAt: 75 }),
    seen(5, '结对联系全覆盖', 'pairings.paired', 100, { halfAt: 90 }),
  ),
  standard(
    '作用发挥和特色（15分）',
    seen(5, '志愿服务', 'posts.served', 20, { halfAt: 10 }),
    seen(5, '建言献策', 'suggestions.came', 5, { lose: 1 }),
    judged(5, '特色工作、品牌项目'),
  ),
)

/** 十有 for a 老党员之家 (S1): ten things to be seen on the spot; the document's list was not to be had. */
const tenHaves = template(
  {
    templateId: 'ten-haves-2021',
    name: '老党员之家“十有”',
    kind: 'home',
    document: '老党员之家“十有”标准（样表）',
    from: '2021-01-01',
  },
  standard(
    '硬件',
    visited(10, '有固定场所'),
    visited(10, '有醒目标牌'),
    visited(10, '有党旗和入党誓词'),
    visited(10, '有桌椅和必要设施，无障碍、防滑'),
    visited(10, '有书报和学习资料'),
  ),
  standard(
    '软件',
    visited(10, '有上墙的制度'),
    visited(10, '有专人管理'),
    visited(10, '有活动安排和开放时间'),
    visited(10, '有活动记录和照片'),
    visited(10, '有服务项目，老同志用得上'),
  ),
)

/** 一支一品牌 (S1, S2, S4): told and shown, for people to judge. */
const brand = template(
  { templateId: 'brand-2018', name: '一支部一品牌', kind: 'brand', document: '一支一品牌、一支一项目（样表）', from: '2018-01-01' },
  standard('有名有实', judged(15, '有好记的名字和清楚的做法'), judged(15, '结合支部特点，老同志愿意参加')),
  standard('有做有记', seen(20, '围绕品牌常年开展服务', 'posts.served', 20, { halfAt: 10 }), judged(20, '有照片、有记录，活动经常')),
  standard('有用有变化', judged(15, '群众和老同志得到实惠'), judged(15, '做法可以让别的支部学')),
)

/** The templates that the product comes with; the first is proposed. A bureau changes a copy. */
export const builtIn: readonly Template[] = [sixGoods, eightStandards, yearly, tenHaves, brand]
export const builtInTemplate = (templateId: string): Template | undefined => builtIn.find(one => one.templateId === templateId)
