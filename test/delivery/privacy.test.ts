import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { declarations, impersonal } from '../../delivery/doctor/privacy'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
const text = sources.map(file => readFileSync(join('src', file), 'utf8')).join('\n')
const used = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]

/** Everything of WeChat that the mini-program uses. */
const functions = used(/\bTaro\.([a-zA-Z]+)/g)
const openTypes = used(/\bopenType="([a-zA-Z]+)"/g).filter(name => name !== 'share')

test('every function of WeChat that takes something of the person is in the privacy declaration', () => {
  const known = [...Object.keys(declarations), ...impersonal]
  expect([...functions, ...openTypes].filter(name => !known.includes(name))).toEqual([])
})

test('the declaration names nothing that the mini-program does not use: WeChat asks why', () => {
  expect(Object.keys(declarations).filter(name => ![...functions, ...openTypes].includes(name))).toEqual([])
})
