import { signIn, signOfHeading, signUnder } from '../../../../core/people/roster/signs'

test.each([
  ['去世', 'died'],
  ['2024年3月病故', 'died'],
  ['已故', 'died'],
  ['2023.5 离世', 'died'],
  ['转出', 'moved'],
  ['组织关系已转至南通市委老干部局', 'moved'],
  ['2020年转往上海', 'moved'],
  ['1980年由厂里转到机关', null],
  ['党组织关系转出', 'moved'],
  ['停止党籍', 'stopped'],
  ['党籍已取消', 'stopped'],
  ['自行脱党除名', 'stopped'],
  ['老伴去世', null],
  ['爱人2019年病故，独居', null],
  ['儿子已故', null],
  ['老伴去世，本人2024年病故', 'died'],
  ['未转出', null],
  ['拟转出', null],
  ['转至市人民医院治疗', null],
  ['转业军人', null],
  ['转干', null],
  ['在册', null],
  ['', null],
])('%s says %s', (text, sign) => {
  expect(signIn(text)).toBe(sign)
})

test.each([
  ['已去世', 'died'],
  ['已去世党员', 'died'],
  ['三、2023年去世人员（5人）', 'died'],
  ['离世', 'died'],
  ['组织关系转出', 'moved'],
  ['停止党籍人员', 'stopped'],
  ['旧表（作废）', 'void'],
  ['银湖支部花名册（2024年去世3人已删）', null],
  ['在册党员（不含已去世）', null],
  ['花名册（含转出人员）', null],
  ['在册党员', null],
  ['第一党小组', null],
])('over people, %s says %s', (text, sign) => {
  expect(signOfHeading(text)).toBe(sign)
})

test.each([
  ['党员状态', '去世', 'died'],
  ['党员状态', '停止党籍', 'stopped'],
  ['党员状态', '正常', null],
  ['去世时间', '2024年3月5日', 'died'],
  ['去世时间', '', null],
  ['去世时间', '/', null],
  ['是否去世', '否', null],
  ['是否去世', '√', 'died'],
  ['是否转出', '未转出', null],
  ['转出时间', '2019.6', 'moved'],
  ['组织关系转往何处', '上海市', 'moved'],
  ['停止党籍原因', '失联', 'stopped'],
  ['配偶情况', '去世', null],
  ['联系电话', '已去世', 'died'],
  ['姓名', '张三（已故）', 'died'],
])('under %s, “%s” says %s', (title, text, sign) => {
  expect(signUnder(title, text)).toBe(sign)
})
