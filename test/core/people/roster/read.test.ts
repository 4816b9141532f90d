import type { Cell } from '../../../../core/people/roster/cells'
import { judgeRows } from '../../../../core/people/roster/match'
import { readRoster } from '../../../../core/people/roster/read'

const containing = (text: string): unknown => expect.stringContaining(text)

const today = '2026-11-21'
const sheet = (...rows: Cell[][]) => readRoster([{ name: 'Sheet1', rows }], today)
const only = (...rows: Cell[][]) => {
  const { people } = sheet(...rows)
  expect(people).toHaveLength(1)
  const [person] = people
  if (!person) throw new Error('no person was read')
  return person
}

test('the header is found wherever it stands, behind a title, a unit line and blank columns', () => {
  const { people, ignored } = sheet(
    [null, null, '某某支部党员花名册'],
    [],
    [null, null, '填报单位：某某支部', null, '填报时间：2022年3月'],
    [null, null, '序号', ' 姓\n名 ', '性 别', '出生\n年月日', '本人电话', '现住址'],
    [null, null, 1, '张三', '男', '1941.3', '13800001111', '一村1栋'],
  )
  expect(people).toMatchObject([
    {
      row: 5,
      name: '张三',
      nameCell: 'D5',
      errors: [],
      facts: { said: { gender: 'male', birthday: { year: 1941, month: 3 }, phones: ['13800001111'], residence: '一村1栋' } },
    },
  ])
  expect(ignored.map(one => [one.row, one.why])).toEqual([
    [1, '表头以上的文字'],
    [2, '空行'],
    [3, '表头以上的文字'],
    [4, '表头'],
  ])
})

test.each(
  [
    ['出生日期', '生日', '出生年月', '出生年月日', '出生时间', '出生年月(公历)', '出生年月（如1941.3）', '*出生年月', '公历生日'].map(
      title => [title, '1941.3', { birthday: { calendar: 'solar', year: 1941, month: 3 } }] as const,
    ),
    ['农历生日', '出生年月（农历）', '阴历出生日期'].map(
      title => [title, '1941.3.5', { birthday: { calendar: 'lunar', year: 1941, month: 3, day: 5 } }] as const,
    ),
    ['电话', '手机', '手机号码', '联系方式', '本人电话', '联系电话', '固定电话', '手机/电话', '本人联系电话（手机）'].map(
      title => [title, '13800001111', { phones: ['13800001111'] }] as const,
    ),
    ['住址', '家庭地址', '现住址', '家庭住址（详细）', '居住地址', '常住地址'].map(
      title => [title, '一村1栋', { residence: '一村1栋' }] as const,
    ),
    ['入党日期', '入党时间', '入党年月', '何时入党'].map(title => [title, '1966.7', { joinedPartyOn: '1966-07' }] as const),
    ['党小组', '所在小组', '组别', '所属党小组', '小组'].map(title => [title, '1组', { groupName: '第一党小组' }] as const),
    ['人员类别', '离退休', '类别', '离/退休', '身份', '离退休类别'].map(
      title => [title, '离休', { standing: 'honoured-retired' }] as const,
    ),
    ['家属姓名', '紧急联系人', '紧急联系人姓名', '子女姓名', '联系人'].map(
      title => [title, '王小明', { emergencyName: '王小明' }] as const,
    ),
    ['家属电话', '紧急联系电话', '紧急联系人电话', '子女联系方式', '家属联系电话'].map(
      title => [title, '13900001111', { emergencyPhones: ['13900001111'] }] as const,
    ),
    ['联络员', '联系干部', '结对党员'].map(title => [title, '李联络', { liaisonName: '李联络' }] as const),
    ['健康状况', '身体状况', '身体情况'].map(title => [title, '高血压', { health: '高血压' }] as const),
    ['特长爱好', '技能', '专长', '特长'].map(title => [title, '书法', { skills: ['书法'] }] as const),
    ['工作单位', '原工作单位及职务', '单位及职务', '原单位/职务', '职务'].map(
      title => [title, '区水利局', { formerPost: '区水利局' }] as const,
    ),
    ['备注', '说明', '其他'].map(title => [title, '常住外地', { note: '常住外地' }] as const),
  ].flat(),
)('a column headed %s is understood', (title, cell, said) => {
  expect(only(['姓名', '性别', title], ['张三', '男', cell])).toMatchObject({ errors: [], warnings: [], facts: { said } })
})

test('ticks under 独居, 空巢, 失能, 卧床 and 离休 count for their column', () => {
  expect(only(['姓名', '独居', '是否空巢', '失能', '卧床', '离休', '退休'], ['张三', '√', '否', '', 'Y', '√', ''])).toMatchObject({
    facts: { said: { standing: 'honoured-retired' }, care: { alone: true, 'empty-nest': false, bedridden: true } },
  })
})

test('失能 in one column stays, whatever the columns beside it are silent on', () => {
  const { people } = sheet(
    ['姓名', '健康状况', '居住情况', '身体情况'],
    ['张三', '失能', '独居', '良好'],
    ['李四', '良好', '空巢', '卧床'],
    ['王五', '良好', '无', '良好'],
    ['赵六', '半失能', '正常', ''],
  )
  expect(people.map(one => one.facts?.care)).toEqual([
    { alone: true, disabled: true, 'half-disabled': false, bedridden: false },
    { 'empty-nest': true, disabled: false, 'half-disabled': false, bedridden: true },
    { disabled: false, 'half-disabled': false, bedridden: false },
    { disabled: false, 'half-disabled': true, bedridden: false },
  ])
  expect(only(['姓名', '健康状况', '失能情况'], ['张三', '半失能', '无'])).toMatchObject({ facts: { care: { 'half-disabled': false } } })
  expect(only(['姓名', '居住情况'], ['张三', '独居']).facts?.care).toEqual({ alone: true })
})

test('a header of two rows: 家属 over 姓名 and 电话, the rest merged downwards', () => {
  const person = only(
    ['序号', '姓名', '出生年月', '联系方式', null, '家属', null],
    [null, null, null, '手机', '住址', '姓名', '电话'],
    [1, '张三', '1941.3', '13800001111', '一村1栋', '王小明', '13900001111'],
  )
  expect(person).toMatchObject({
    name: '张三',
    facts: { said: { phones: ['13800001111'], residence: '一村1栋', emergencyName: '王小明', emergencyPhones: ['13900001111'] } },
  })
})

test('a header of two rows with the names in the lower one', () => {
  const person = only(
    ['基本情况', null, null, '联系方式', null],
    ['姓名', '性别', '出生日期', '本人', '家属电话'],
    ['张三', '男', '1941.3', '13800001111', '13900001111'],
  )
  expect(person.facts?.said).toMatchObject({ emergencyPhones: ['13900001111'], birthday: { year: 1941, month: 3 } })
})

test('a header merged over both rows and repeated in each is one header', () => {
  const { people, ignored } = sheet(
    ['姓名', '性别', '联系方式', '联系方式'],
    ['姓名', '性别', '手机', '住址'],
    ['张三', '男', '13800001111', '一村1栋'],
  )
  expect(people).toMatchObject([{ name: '张三', errors: [], facts: { said: { phones: ['13800001111'], residence: '一村1栋' } } }])
  expect(ignored.map(one => one.why)).toEqual(['表头', '表头'])
})

test('headings between the rows, a repeated header, totals, notes and signatures are not people, and each is told why', () => {
  const { people, ignored } = sheet(
    ['序号', '姓名', '性别', '党小组'],
    ['第一党小组（2人）', null, null, null],
    [1, '张三', '男', null],
    [2, '李四', '女', '3组'],
    ['一、在职党员', null, null, null],
    ['序号', '姓名', '性别', '党小组'],
    [3, '王五', '男', null],
    [4, null, null, null],
    ['合计', '3人', null, null],
    ['注：以上为2022年3月统计', null, null, null],
    ['填表人：赵六', null, '审核人：', null],
    ['本表由各党小组填写后统一交到支部，请在月底前交齐。', null, null, null],
    [null, '（签章）', null, null],
  )
  expect(people.map(one => [one.name, one.facts?.said.groupName, one.facts?.said.standing])).toEqual([
    ['张三', '第一党小组', undefined],
    ['李四', '第三党小组', undefined],
    ['王五', '第一党小组', 'in-service'],
  ])
  expect(ignored.map(one => one.row)).toEqual([1, 2, 5, 6, 8, 9, 10, 11, 12, 13])
  expect(ignored.every(one => one.why !== '')).toBe(true)
})

test('a row without a name but with something else is an error', () => {
  expect(sheet(['姓名', '性别', '电话'], [null, '女', null]).people).toMatchObject([
    { row: 2, name: '', facts: null, errors: [{ column: '姓名', cell: 'A2', message: containing('没有姓名') }] },
  ])
})

test('a cell that cannot be read names its column and its address, and keeps the row out', () => {
  const person = only(['姓名', '出生年月', '入党时间', '联系电话'], ['钱不明', '1988年13月40日', '下月', '1234'])
  expect(person.facts).toBeNull()
  expect(person.errors.map(one => [one.column, one.cell])).toEqual([
    ['出生年月', 'B2'],
    ['入党时间', 'C2'],
    ['联系电话', 'D2'],
  ])
})

test('an identity-card number is never taken: not from its column, nor from any other cell', () => {
  const { people, ignored } = sheet(
    ['姓名', '身份证号', '备注', '联系电话'],
    ['张三', '320106194103051234', '身份证 32010619410305123X 已核', '13800001111'],
    ['李四', 320106194103051234, null, '320106194103051234'],
  )
  expect(JSON.stringify(people)).not.toMatch(/32010619410305/)
  expect(people).toMatchObject([
    {
      facts: { said: { note: '身份证 已核', phones: ['13800001111'] } },
      warnings: [{ cell: 'C2', message: containing('身份证号') }],
    },
    { errors: [], warnings: [{ cell: 'D3', message: containing('身份证号') }] },
  ])
  expect(ignored[0]?.why).toContain('“身份证号”一列没有读取')
})

test('columns that are not read are named: those unknown, and 年龄 which is reckoned', () => {
  const { ignored, unread } = sheet(['姓名', '性别', '年龄', '血型', '空列'], ['张三', '男', 81, 'A型', null])
  expect(ignored[0]?.why).toBe('表头；“年龄”一列没有读取：由出生日期、入党时间算出')
  expect(unread).toEqual(['血型'])
})

test.each([
  ['联系电话（家属）', '13900001111', { emergencyPhones: ['13900001111'] }],
  ['独居/空巢', '空巢', {}],
  ['离退休干部姓名', null, {}],
] as const)('a column headed %s is not mistaken', (title, cell, said) => {
  const named = title.endsWith('姓名')
  const person = only([named ? title : '姓名', '性别', named ? '备注' : title], ['张三', '男', cell])
  expect(person).toMatchObject({
    name: '张三',
    errors: [],
    warnings: [],
    facts: { said, care: title === '独居/空巢' ? { 'empty-nest': true } : {} },
  })
})

test.each(['户籍地址', '联络员电话', '与本人关系', '入党介绍人', '家属工作单位', '单位电话', '政治面貌', '参加工作时间', '退休时间'])(
  'a column headed %s is not read as something else',
  title => {
    const { people, unread } = sheet(['姓名', '性别', title], ['张三', '男', '待查内容'])
    expect(people[0]?.facts?.said).toEqual({ gender: 'male' })
    expect(unread).toEqual([title])
  },
)

test('同上 takes what stands above, never a name or a phone', () => {
  const { people } = sheet(['姓名', '住址', '党小组', '电话'], ['张三', '一村1栋', '2组', '13800001111'], ['李四', '同上', '〃', '同上'])
  expect(people[1]?.facts).toBeNull()
  expect(people[1]?.errors).toMatchObject([{ cell: 'D3' }])
  expect(sheet(['姓名', '住址', '党小组'], ['张三', '一村1栋', '2组'], ['李四', '同上', '〃']).people[1]?.facts?.said).toEqual({
    residence: '一村1栋',
    groupName: '第二党小组',
  })
})

test('a second table further down with other columns is read by its own header', () => {
  const { people, unread } = sheet(
    ['姓名', '性别', '电话'],
    ['张三', '男', '13800001111'],
    [],
    ['在职党员名单'],
    ['姓名', '出生年月', '血型'],
    ['李四', '1980.5', 'A'],
  )
  expect(people.map(one => [one.name, one.facts?.said])).toEqual([
    ['张三', { gender: 'male', phones: ['13800001111'] }],
    ['李四', { birthday: { calendar: 'solar', year: 1980, month: 5 }, standing: 'in-service' }],
  ])
  expect(unread).toEqual(['血型'])
})

test('two columns of one kind: phones add up, of two birthdays the first is kept and the other told', () => {
  const person = only(
    ['姓名', '手机', '宅电', '公历生日', '农历生日'],
    ['张三', '13800001111', '0513-77505919', '1941-03-05', '1941年二月初八'],
  )
  expect(person.facts?.said).toMatchObject({ phones: ['13800001111', '051377505919'], birthday: { calendar: 'solar', day: 5 } })
  expect(person.warnings).toMatchObject([{ cell: 'E2', message: containing('没有记') }])
})

test('words beside a phone: a name in the contact cell is the contact, elsewhere it is told', () => {
  const person = only(['姓名', '联系电话', '家属姓名及电话'], ['张三', '13800001111（儿子的）', '王小明13900001111'])
  expect(person.facts?.said).toMatchObject({ phones: ['13800001111'], emergencyName: '王小明', emergencyPhones: ['13900001111'] })
  expect(person.warnings).toMatchObject([{ cell: 'B2', message: containing('儿子的') }])
})

test('a doubtful cell is a warning and the row still comes in', () => {
  const person = only(['姓名', '出生年月', '入党时间', '备注'], ['张三', '1941.3', '1950.7', '2021年去世'])
  expect(person.facts?.said).toEqual({ birthday: { calendar: 'solar', year: 1941, month: 3 }, note: '2021年去世' })
  expect(person.warnings.map(one => one.cell)).toEqual(['C2'])
  expect(person.asks).toEqual([{ what: 'died', column: '备注', cell: 'D2', words: '“备注”写着“2021年去世”，像是已去世' }])
})

test('people on several sheets are all read; a sheet without a header and a hidden one are told', () => {
  const { people, ignored } = readRoster(
    [
      {
        name: '离休',
        rows: [
          ['姓名', '性别'],
          ['张三', '男'],
        ],
      },
      { name: '退休', rows: [['说明'], [], ['姓名', '性别'], ['李四', '女']] },
      { name: '填写说明', rows: [['怎么填'], ['姓名', '必填', '王建国']] },
      {
        name: '旧表',
        hidden: true,
        rows: [
          ['姓名', '性别'],
          ['王五', '男'],
        ],
      },
    ],
    today,
  )
  expect(people.map(one => [one.sheet, one.row, one.name])).toEqual([
    ['离休', 2, '张三'],
    ['退休', 4, '李四'],
  ])
  expect(ignored.filter(one => ['填写说明', '旧表'].includes(one.sheet ?? '')).map(one => one.why)).toEqual([
    '“填写说明”这一页没有找到带“姓名”的表头，整页没有读取',
    '“旧表”这一页是隐藏的，整页没有读取',
  ])
})

test('a stray cell far below the table does not drown the list of what was ignored', () => {
  const { people, ignored } = sheet(['姓名', '性别'], ['张三', '男'], ...Array.from({ length: 5000 }, () => []), ['李四', '女'])
  expect(people.map(one => one.row)).toEqual([2, 5003])
  expect(ignored.map(one => [one.row, one.why])).toEqual([
    [1, '表头'],
    [3, '从这里起连续5000行空行'],
  ])
})

test('a file without 姓名 anywhere has no header', () => {
  expect(sheet(['支出', '金额'], ['水费', 12])).toMatchObject({ found: false, people: [] })
  expect(sheet()).toMatchObject({ found: false, people: [], ignored: [] })
})

test('a member whose cells are words of headings is still a person', () => {
  const { people } = sheet(['姓名', '类别', '身体状况', '政治面貌'], ['张三', '退休', '健康', '党员'], ['李四', '在职', '卧床', '党员'])
  expect(people.map(one => one.name)).toEqual(['张三', '李四'])
  expect(judgeRows(people, []).every(row => row.fate === 'new')).toBe(true)
})
