import { fold, textOf, type Cell } from './cells'

/** What a column of a real roster may hold. Several columns may hold the same (手机 and 宅电 are both phones). */
export type ColumnKind =
  | 'name'
  | 'gender'
  | 'ethnicity'
  | 'birthday'
  | 'joinedPartyOn'
  | 'standing'
  | 'isHonoured'
  | 'isRetired'
  | 'isInService'
  | 'formerPost'
  | 'residence'
  | 'phones'
  | 'emergency'
  | 'alone'
  | 'emptyNest'
  | 'isDisabled'
  | 'isHalfDisabled'
  | 'isBedridden'
  | 'health'
  | 'care'
  | 'skills'
  | 'groupName'
  | 'branch'
  | 'street'
  | 'liaisonName'
  | 'note'
  | 'ordinal'
  | 'idNumber'
  | 'derived'

/** The names people give their columns, by what they hold. Compared without blanks, line breaks, brackets and what stands in brackets. */
const names: readonly (readonly [ColumnKind, string])[] = [
  ['name', '姓名 党员姓名 老干部姓名 老同志 老同志姓名 老党员姓名 名字 人员姓名 成员姓名 干部姓名 同志姓名 党员名字'],
  ['gender', '性别 男女'],
  ['ethnicity', '民族 族别'],
  [
    'birthday',
    '出生年月 出生日期 出生时间 出生年月日 生日 出生 生年月日 出生年份 出生年 公历生日 阳历生日 农历生日 阴历生日 生日日期 公历出生日期 农历出生日期 农历出生年月 阴历出生日期 过生日',
  ],
  [
    'joinedPartyOn',
    '入党时间 入党日期 入党年月 入党年月日 入党 何时入党 加入党组织时间 加入中国共产党时间 加入党组织日期 入党年份 党龄起算时间 参加党组织时间',
  ],
  [
    'standing',
    '类别 人员类别 离退休 离退休类别 离退休情况 离退情况 离退类别 身份 人员身份 身份类别 人员性质 人员类型 党员类别 党员类型 干部类别 退休类别 在职离退休 离休退休在职 离休或退休 离休退休 在职情况 在职状态 在岗情况 人员状态 离退休身份 老干部类别 类型',
  ],
  ['isHonoured', '离休 是否离休 离休干部'],
  ['isRetired', '退休 是否退休 退休干部'],
  ['isInService', '在职 是否在职 在职党员'],
  [
    'formerPost',
    '原单位及职务 原工作单位及职务 原单位职务 原单位 原工作单位 工作单位 单位 单位及职务 工作单位及职务 原职务 职务 职务职称 职称 原职务职级 职级 退休前职务 退休前单位 退休前单位及职务 离退休前职务 离退休前单位及职务 离退休时单位及职务 退休时单位及职务 原任职务 曾任职务 退休单位 原工作岗位 离退休时职务',
  ],
  [
    'residence',
    '家庭住址 住址 家庭地址 现住址 居住地址 居住地 现居住地 现居住地址 常住地址 常住地 住所 地址 详细地址 家庭详细住址 家庭详细地址 联系地址 通讯地址 通信地址 现居地 现家庭住址 所住小区 居住小区 居住社区 常住住址',
  ],
  [
    'phones',
    '联系电话 电话 手机 手机号 手机号码 联系方式 本人电话 本人手机 本人联系方式 本人联系电话 电话号码 联系手机 移动电话 固定电话 座机 宅电 家庭电话 住宅电话 党员电话 党员联系电话 联系号码 本人手机号 本人手机号码 本人电话号码 手机电话 家庭固定电话 电话手机 联络方式 固话 手机1 手机2 电话1 电话2 联系电话1 联系电话2',
  ],
  [
    'emergency',
    '家属姓名 家属电话 家属 家属联系电话 家属联系方式 家属手机 家属及电话 家属姓名及电话 家属姓名电话 家属手机号 紧急联系人 紧急联系人姓名 紧急联系人电话 紧急联系电话 紧急联系方式 紧急联系人联系方式 紧急联系人及电话 紧急联系人姓名及电话 紧急电话 应急联系人 应急联系电话 子女姓名 子女电话 子女联系电话 子女联系方式 子女姓名及电话 联系人 联系人姓名 联系人电话 家人姓名 家人电话 家庭联系人 监护人 监护人姓名 监护人电话 亲属姓名 亲属电话 亲属联系电话 亲属联系方式 配偶姓名 配偶电话 配偶子女电话 子女 亲属 家人',
  ],
  ['alone', '是否独居 独居 独居老人 是否独居老人 独居情况'],
  ['emptyNest', '是否空巢 空巢 空巢老人 是否空巢老人 空巢情况 是否空巢家庭'],
  ['isDisabled', '是否失能 失能'],
  ['isHalfDisabled', '是否半失能 半失能'],
  ['isBedridden', '是否卧床 卧床'],
  ['health', '身体状况 健康状况 身体情况 健康情况 身体健康状况 身体健康情况 健康 健康状态 身体状态 病史 患病情况 疾病情况 身体'],
  [
    'care',
    '失能情况 失能程度 自理情况 自理能力 生活自理能力 困难类型 特殊情况 特殊困难 关爱类型 关爱类别 重点关爱 重点关爱对象 居住情况 居住状况 生活状况 特殊群体 关注类型 家庭情况',
  ],
  ['skills', '特长 特长爱好 爱好特长 专长 技能 兴趣爱好 爱好 兴趣特长 个人特长 特长专长 专业特长 兴趣 才艺'],
  ['groupName', '党小组 所在党小组 所属党小组 所在小组 所属小组 组别 小组 党小组名称 编入党小组 所在组 所属组 分组 组 小组名称 党组'],
  [
    'branch',
    '支部 党支部 所在支部 所在党支部 所属支部 所属党支部 支部名称 党支部名称 所在支部名称 所在党支部名称 所属支部名称 所属党支部名称 现所在支部 现所在党支部 隶属支部 隶属党支部 组织关系所在支部 组织关系所在党支部 党组织 所在党组织 所属党组织 党组织名称 所在党组织名称 所属党组织名称 隶属党组织',
  ],
  [
    'street',
    '街道 镇 乡 街 街镇 镇街 乡镇 街道镇 镇街道 街道乡镇 乡镇街道 所在街道 所属街道 所在镇 所属镇 所在乡镇 所属乡镇 所在街镇 所属街镇 所在镇街 所属镇街 所属街道镇 所在街道镇 所属街道乡镇 街道名称 街道党工委 所属街道党工委 所属党工委 党工委',
  ],
  [
    'liaisonName',
    '联络员 联系干部 结对党员 结对人 包联干部 包保干部 联络人 责任联络员 联系党员 联系服务人员 联系服务干部 联络员姓名 服务联络员 帮扶人 结对帮扶人 结对联系人',
  ],
  ['note', '备注 说明 其他 备注说明 情况说明 其他情况 备考 其它 备注信息'],
  ['ordinal', '序号 编号 号 no 序 序列 排序 顺序号 行号'],
  [
    'idNumber',
    '身份证 身份证号 身份证号码 公民身份号码 公民身份证号 公民身份证号码 证件号 证件号码 居民身份证号 居民身份证号码 身份证件号码 身份号码',
  ],
  ['derived', '年龄 周岁 现年龄 现年 党龄 高龄 是否高龄 年纪 虚岁 岁数'],
]

/** Headings that no list can hold; tried in order when no name fits. */
const patterns: readonly (readonly [RegExp, ColumnKind | null])[] = [
  [/身份证|证件号|公民身份/, 'idNumber'],
  // Headings that sound like something else: whose they are, there is no place for.
  [/关系|介绍人|户籍|户口|籍贯|原籍|(?:联络员|联系干部|负责人|单位).*(?:电话|手机|地址|联系方式)/, null],
  [/(?:家属|亲属|子女|家人|配偶).*(?:住址|地址|单位|职业|职务|年龄|生日|出生|身份|情况)/, null],
  [/(?:家属|亲属|子女|紧急|应急|监护|家人|配偶|儿子|女儿).*(?:姓名|电话|手机|联系|号码|方式|人)/, 'emergency'],
  [/联络员|联系干部|包[联保]/, 'liaisonName'],
  [/出生.*[年月日期间]|生日/, 'birthday'],
  [/入党.*[年月日期间]/, 'joinedPartyOn'],
  [/独居.*空巢|空巢.*独居|独居.*失能/, 'care'],
  [/独居/, 'alone'],
  [/空巢/, 'emptyNest'],
  [/(?:手机|电话|座机|联系方式)/, 'phones'],
  [/(?:住址|地址|居住地)/, 'residence'],
  [/党小组/, 'groupName'],
  [/(?:身体|健康)(?:状|情)/, 'health'],
  [/年龄/, 'derived'],
  [/^(?!父|母|结对|帮扶|负责).*姓名$/, 'name'],
]

const table = new Map<string, ColumnKind>(names.flatMap(([kind, all]) => all.split(' ').map(name => [name, kind] as const)))

/** A heading as it is compared: folded, without blanks, marks and numbers of a list. */
const heading = (cell: Cell | undefined): string =>
  typeof cell === 'string'
    ? fold(cell)
        .toLowerCase()
        .replace(/[\s*:：“”"'/、,，.&和与]/g, '')
    : ''
const bare = (text: string) => text.replace(/[(（【[][^)）】\]]*[)）】\]]/g, '')

/** Words of a heading that say it is about the people around a member. */
const kinWords = /家属|亲属|子女|紧急|应急|监护|家人|配偶/

/** What a heading says that its column holds, or null. A title or a cell of data says nothing. */
export const kindOf = (text: string): ColumnKind | null => {
  if (text === '' || Array.from(text).length > 24) return null
  const plain = bare(text)
  const unbracketed = text.replace(/[()（）【】[\]]/g, '')
  const kind = table.get(unbracketed) ?? table.get(plain) ?? patterns.find(([pattern]) => pattern.test(plain))?.[1] ?? null
  // 联系电话（家属）: the brackets say whose.
  return kind === 'phones' && kinWords.test(unbracketed) ? 'emergency' : kind
}

export interface Column {
  index: number
  kind: ColumnKind | null
  /** The heading as a person sees it. */
  title: string
  /** The heading says that its dates are lunar. */
  lunar: boolean
}

const groupWords = /家属|亲属|子女|紧急|应急|监护|本人|家庭|联系|电话|通讯|通信|健康|身体|入党|出生|党内|离退|居住/

/** Headings of the row above, each reaching over the blanks to its right (a merged cell holds its words in its first one). */
const parentsOf = (row: readonly Cell[] | undefined): string[] => {
  let last = ''
  return (row ?? []).map(cell => {
    const text = heading(cell)
    if (text !== '') last = text.length <= 12 && groupWords.test(text) ? text : ''
    return last
  })
}

const columnsOf = (row: readonly Cell[], above: readonly Cell[] | undefined): Column[] => {
  const parents = parentsOf(above)
  return row.map((cell, index) => {
    const own = heading(cell)
    const parent = parents[index] ?? ''
    const up = above?.[index]
    // 家属 over 姓名 and 电话: the two together say whose. What stands above a blank (merged downwards) names the column by itself.
    const alone = kindOf(own === '' ? heading(up) : own)
    const together = own !== '' && parent !== own && (alone === null || kinWords.test(parent)) ? kindOf(parent + own) : null
    const kind = together ?? alone
    const title = textOf(cell) || textOf(up)
    const text = own === '' ? heading(up) : parent + own
    return { index, kind, title: fold(title).replace(/\s+/g, ''), lunar: /农历|阴历/.test(text) && !/公历|阳历/.test(text) }
  })
}

/** Whether some cell may head the names at all: every such heading has one of these characters (⽼ is a radical that looks like one). */
const mayHeadNames = (row: readonly Cell[] | undefined) => row?.some(cell => typeof cell === 'string' && /[名老⽼]/.test(cell)) ?? false

const distinctKinds = (columns: readonly Column[]) => new Set(columns.flatMap(column => (column.kind === null ? [] : [column.kind])))

/**
 * The columns that a row heads, or null where it is no header: it must name 姓名 and one thing more. A header of two rows is read at its lower
 * one, where the upper row stands above it.
 */
export const headerOf = (row: readonly Cell[], above?: readonly Cell[]): Column[] | null => {
  if (!mayHeadNames(row) && !mayHeadNames(above)) return null
  const alone = columnsOf(row, undefined)
  // Words of a row of people are not headings: a header is words only.
  const filled = row.filter(cell => textOf(cell) !== '')
  if (filled.length === 0 || filled.some(cell => typeof cell === 'number' || cell instanceof Date)) return null
  const own = distinctKinds(alone)
  const both = columnsOf(row, above)
  const kinds = distinctKinds(both)
  if (!kinds.has('name') || kinds.size < 2) return null
  if (own.has('name') && own.size >= 2) return both
  // The lower row of two: its own words are all headings under groups, and 姓名 stands above.
  const lower = both.filter(column => heading(row[column.index]) !== '')
  return above !== undefined &&
    lower.length >= 2 &&
    distinctKinds(columnsOf(above, undefined)).has('name') &&
    lower.every(column => column.kind !== null)
    ? both
    : null
}
