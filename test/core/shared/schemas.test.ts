import fc from 'fast-check'
import * as z from 'zod'
import { createFileIds } from '../../../localcloud/storage/paths'
import { FileId, line, text } from '../../../core/shared/schemas'

const title = line(40)
const body = text(200)

test('a title is one line, whatever is pasted into it', () => {
  expect(title.parse('  读书会\n第二期\t上 ')).toBe('读书会 第二期 上')
  expect(title.parse('读\u0000书\u202E会\u200B')).toBe('读书会')
  expect(title.parse('一家👨‍👩‍👧人')).toBe('一家👨‍👩‍👧人')
  for (const nothing of ['', ' \n\t', '\u0000\u200B', '\u202E \u202C']) expect(title.safeParse(nothing).success).toBe(false)
  expect(title.safeParse('字'.repeat(41)).success).toBe(false)
})

test('a text keeps its lines and loses characters that cannot be seen', () => {
  expect(body.parse('第一行\r\n第二行\r第三行\u0007')).toBe('第一行\n第二行\n第三行')
  expect(body.parse('')).toBe('')
})

test('no control character comes through, and a cleaned text comes through unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), typed => {
      const read = title.safeParse(typed)
      if (read.success) {
        expect(read.data).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E]/u)
        expect(title.parse(read.data)).toBe(read.data)
      }
      expect(body.parse(typed)).not.toMatch(/[^\P{Cc}\n\t]/u)
    }),
  )
})

test('the contract still says of both that they are texts of some length', () => {
  expect(z.toJSONSchema(title, { io: 'input' })).toMatchObject({ type: 'string', minLength: 1, maxLength: 40 })
})

test.each([
  ['of production', 'cloud://prod-8g1k2.7072-prod-8g1k2-1300000000/uploads/01J9ZK.jpg', true],
  ['of the local cloud', createFileIds('local').idOf('exports/roster/x/第一支部花名册-2026-11-21.xlsx'), true],
  ['nothing', '', false],
  ['any text', 'photo-1', false],
  ['an address of the web', 'https://example.com/photo.jpg', false],
  ['no bucket', 'cloud://local/photo.jpg', false],
  ['no path', 'cloud://local.bucket/', false],
  ['a path upwards', 'cloud://local.bucket/uploads/../secrets', false],
  ['an empty part', 'cloud://local.bucket/uploads//photo.jpg', false],
  ['a break in it', 'cloud://local.bucket/uploads/photo\n.jpg', false],
  ['far too long', `cloud://local.bucket/${'a'.repeat(512)}`, false],
])('a file id: %s', (_, fileId, fits) => {
  expect(FileId.safeParse(fileId).success).toBe(fits)
})
