import fc from 'fast-check'
import { templateData } from '../../../core/shared/templates'

test('every notice fits the fields of WeChat: one to twenty characters, no line breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (what, note) => {
      const data = templateData({ what, when: '2026-11-21 09:30', where: '', note })
      for (const field of ['thing1', 'thing3', 'thing4']) {
        const letters = Array.from(data[field]?.value ?? '')
        expect(letters.length).toBeGreaterThanOrEqual(1)
        expect(letters.length).toBeLessThanOrEqual(20)
        expect(letters).not.toContain('\n')
      }
    }),
  )
})

test('a long title is cut with an ellipsis, a time is written as WeChat writes it, an empty place says so', () => {
  const said = templateData({
    what: '主题党日：重温入党誓词并参观二七纪念馆和江汉关博物馆',
    when: '2026-11-21 09:30',
    where: ' ',
    note: '带党徽',
  })
  expect(said).toEqual({
    thing1: { value: '主题党日：重温入党誓词并参观二七纪念馆…' },
    time2: { value: '2026年11月21日 09:30' },
    thing3: { value: '无' },
    thing4: { value: '带党徽' },
  })
})

test('a template of the console may number its keywords otherwise, each type with its own limit', () => {
  const keywords = { what: 'phrase2', when: 'date5', where: 'thing9', note: 'character_string1' }
  const fields = { what: '候补成功通知', when: '2026-11-21', where: '三楼', note: 'x'.repeat(40) }
  expect(templateData(fields, keywords)).toEqual({
    phrase2: { value: '候补成功…' },
    date5: { value: '2026年11月21日' },
    thing9: { value: '三楼' },
    character_string1: { value: `${'x'.repeat(31)}…` },
  })
})
