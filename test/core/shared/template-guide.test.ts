import { templateGuide, templateRequests } from '../../../core/shared/template-guide'
import { templateNames } from '../../../core/shared/notices'
import { templateData, usualFields } from '../../../core/shared/templates'

test('every example fits the fields that WeChat gives it, without being cut', () => {
  for (const name of templateNames) {
    const { example } = templateGuide[name]
    const texts = Object.values(templateData(example)).map(({ value }) => value)
    expect(texts.filter(text => text.endsWith('…') || text === '无')).toEqual([])
  }
})

test('what an environment lacks comes first, with scene, fields and an example', () => {
  const [first, ...rest] = templateRequests({
    templates: Object.fromEntries(templateNames.slice(1).map(name => [name, { id: 'x', fields: usualFields }])),
  })
  expect(first).toMatchObject({
    name: 'activity-notice',
    missing: true,
    fields: [{ keyword: 'thing1', label: '事项' }, { keyword: 'time2' }, {}, {}],
  })
  expect(rest.every(one => !one.missing)).toBe(true)
})
