import * as fc from 'fast-check'
import { signOf } from '../../../../core/care/visits/signs'
import { ill, hard, nothing, alsoIll, alsoHard, alsoNothing, toBeSeen, toBeLeft, alsoToBeSeen, alsoToBeLeft } from './sign-sentences'

test.each([...ill, ...alsoIll])('“%s” is a sign of illness', text => expect(signOf(text)).toBe('illness'))
test.each([...hard, ...alsoHard])('“%s” is a sign of hardship', text => expect(signOf(text)).toBe('hardship'))
test.each([...nothing, ...alsoNothing, ...toBeLeft, ...alsoToBeLeft])('“%s” is a sign of nothing', text => expect(signOf(text)).toBeNull())
test.each([...toBeSeen, ...alsoToBeSeen])('“%s” is a sign', text => expect(signOf(text)).not.toBeNull())

const everything = [
  ...[...ill, ...hard, ...nothing, ...alsoIll, ...alsoHard, ...alsoNothing],
  ...[...toBeSeen, ...toBeLeft, ...alsoToBeSeen, ...alsoToBeLeft],
]
const plain = fc.constantFrom('您好', '谢谢大家', '家里的灯不亮了', '下午三点以后在家', '请带上工具', '')
const stops = fc.constantFrom('。', '，', '\n', '！', '；', ',')

test('other sentences before and after change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everything), plain, plain, stops, (text, before, after, stop) =>
      expect(signOf(`${before}${stop}${text}${stop}${after}`)).toBe(signOf(text)),
    ),
  )
})

test('spaces and full-width letters change nothing', () => {
  fc.assert(fc.property(fc.constantFrom(...everything), text => expect(signOf(Array.from(text).join(' '))).toBe(signOf(text))))
})

test('what is denied, or only feared, is no sign; the same words said plainly are', () => {
  const words = fc.constantFrom('住院', '手术', '摔倒', '骨折', '中风', '被骗', '失火')
  const turns = fc.constantFrom('没', '没有', '不用', '担心', '万一', '如果', '差点')
  fc.assert(fc.property(turns, words, (turn, word) => expect([signOf(turn + word), signOf(word) !== null]).toEqual([null, true])))
})

test('whatever the words, the answer is one of three', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => expect(['illness', 'hardship', null]).toContain(signOf(text))))
})

test('a text built to take long takes time by its length only', () => {
  const pieces = [
    '头',
    '被',
    '从',
    '住',
    '没',
    '去年',
    '老伴',
    '怕',
    '谢谢',
    '狗',
    '邻居',
    '血压',
    '问',
    '是不是',
    '手机',
    '连',
    '查出',
    '钱',
    '报名',
    '怕头从被住没',
  ]
  const fastest = (text: string) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now()
        signOf(text)
        return performance.now() - began
      }),
    )
  const took = (length: number) => pieces.reduce((sum, piece) => sum + fastest(piece.repeat(length).slice(0, length)), 0)
  took(500)
  // Eight times the text takes eight times as long; anything quadratic would take sixty-four.
  expect(took(4000) / took(500)).toBeLessThan(30)
})
