import { byGroup, byLetter } from '../../../../src/features/people/roster/lists'

const wang = { name: '王秀英', initial: 'W' }
const other = { name: '王建国', initial: 'W' }
const chen = { name: '陈志强', initial: 'C' }
const rare = { name: '𠮷野' }

test('names stand by letter, equal surnames together, a rare one at the end under #', () => {
  const { letters, inOrder } = byLetter([rare, wang, chen, other])
  expect(inOrder.map(({ name }) => name)).toEqual(['陈志强', '王建国', '王秀英', '𠮷野'])
  expect(letters).toEqual(['C', 'W', '#'])
})

test('a cloud that knows no letters leaves the roster as it stands', () => {
  const members = [{ name: '王秀英' }, { name: '陈志强' }]
  expect(byLetter(members)).toMatchObject({ letters: [], inOrder: members })
})

test('groups each once, those without one last', () => {
  const members = [
    { name: '甲' },
    ...['第三党小组', '第十一党小组', '第二党小组', '第三党小组'].map(groupName => ({ name: '乙', groupName })),
  ]
  expect(byGroup(members).map(({ title, members: theirs }) => `${title} ${theirs.length}`)).toEqual([
    '第二党小组 1',
    '第三党小组 2',
    '第十一党小组 1',
    '没有分组 1',
  ])
})
