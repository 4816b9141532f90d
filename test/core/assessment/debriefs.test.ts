import fc from 'fast-check'
import { draftOf } from '../../../core/assessment/debriefs/draft'
import { figureKinds, isFigureName, type FigureName, type Figures } from '../../../core/assessment/debriefs/figures'
import { begins, isAsked, monthOfYear, yearToday } from '../../../core/assessment/debriefs/rules'

const names = Object.keys(figureKinds).filter(isFigureName)
const draft = (figures: Figures) => draftOf({ branchId: 'b', year: 2026, figures, words: { open: [] } })
const textOf = (figures: Figures) => draft(figures).map(one => one.text).join('\n') // prettier-ignore
const numbersIn = (text: string): number[] => [...text.replaceAll('80岁', '岁').matchAll(/\d+(?:\.\d+)?/gu)].map(([found]) => Number(found))

test('every number of a draft is a figure that stands beside it with its value, and every figure beside it is in the text', () => {
  const figures = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 5000 }), { noNullPrototype: true })
  fc.assert(
    fc.property(figures, some => {
      for (const section of draft(some)) {
        expect(numbersIn(section.text)).toEqual(section.figures.map(one => one.value))
        for (const one of section.figures) expect(some[one.name]).toBe(one.value)
      }
    }),
  )
})

test('what is not known is left out of the draft, and nothing else', () => {
  const all: Figures = Object.fromEntries(names.map((name, at) => [name, at + 1001] as const))
  const whole = textOf(all)
  for (const name of names) {
    const less = textOf(Object.fromEntries(Object.entries(all).filter(([other]) => other !== name)))
    expect(less).not.toContain(String(all[name]))
    expect(less.length).toBeLessThan(whole.length)
  }
  expect(names.filter(name => !whole.includes(String(all[name])))).toEqual([])
})

test('of nothing known, nothing is said; what was lacking and what comes next is left for the secretary to write', () => {
  expect(draft({})).toEqual([
    { title: '存在的问题', text: '', figures: [] },
    { title: '整改和下一步打算', text: '', figures: [] },
  ])
})

test.each<[Figures, string]>([
  [{ members: 87, retired: 77 }, '我们支部现有党员87名，其中离退休党员77名。'],
  [{ members: 87, alone: 0 }, '我们支部现有党员87名。'],
  [{ retired: 77 }, ''],
  [{ 'general-meeting': 0, 'committee-meeting': 12, lecture: 4 }, '这一年，我们开支委会12次，上党课4次。'],
  [{ raised: 9, solved: 8 }, '老同志求助9件，办好8件。'],
  [{ raised: 0, solved: 0 }, ''],
  [{ expected: 100, present: 71, attendance: 71 }, '这些会和活动该到会100人次，到会71人次，到会率71%。'],
  [{ expected: 100, present: 71 }, ''],
  [{ lateDuties: 2, visitsLate: 0 }, '有2次组织生活过了时间没有办。'],
])('of %j the secretary says “%s”', (figures, said) => {
  expect(textOf(figures).trim()).toBe(said)
})

test('what is still to be put right is what comes next, in the words it was written down in; brand and project are told as they are', () => {
  const words = {
    brand: { name: '长青讲堂', story: '每月一课。' },
    open: [{ problem: '没有扶手', measure: '装两根', dueOn: '2026-12-10', ownerName: '王建国' }],
  }
  const sections = draftOf({ branchId: 'b', year: 2026, figures: {}, words })
  expect(sections.map(one => [one.title, one.text])).toEqual([
    ['品牌、项目和阵地', '我们的品牌是“长青讲堂”。每月一课。'],
    ['存在的问题', ''],
    ['整改和下一步打算', '1．没有扶手：装两根，由王建国负责，12月10日以前办好。'],
  ])
})

test.each([
  [2026, '2026-11', '2026-11'],
  [2025, '2026-11', '2025-12'],
  [2027, '2026-11', null],
] as const)('of the year %s, in %s the figures of %s hold', (year, month, held) => {
  expect(monthOfYear(year, month)).toBe(held)
})

test.each([
  ['2026-11-01', 2026],
  ['2027-01-31', 2026],
  ['2027-02-01', 2027],
] as const)('on %s one writes of %s', (today, year) => {
  expect(yearToday(today)).toBe(year)
})

test('each figure leads to a page where its rows are', () => {
  const all: Figures = Object.fromEntries(names.map(name => [name, 7] as const))
  const shown = new Map(draft(all).flatMap(one => one.figures.map(figure => [figure.name, figure.page] as const)))
  const without = names.filter((name: FigureName) => !/^(secretary|branch|service|care|means|assessment)\//.test(shown.get(name) ?? ''))
  expect(without).toEqual([])
})

test('it begins on the first of November, for the branches in which members have their place', () => {
  expect(['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map(begins)).toEqual([false, true, true, false])
  expect(isAsked({})).toBe(true)
  for (const branchKind of ['established', 'joint', 'community', 'grid', 'society'] as const) expect(isAsked({ branchKind })).toBe(true)
  for (const branchKind of ['unestablished', 'functional', 'temporary'] as const) expect(isAsked({ branchKind })).toBe(false)
})
