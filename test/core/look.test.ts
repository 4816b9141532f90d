import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { colours } from '../../src/theme/colours'

const root = join(__dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const theme = 'src/theme/theme.css'
const sheets = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src/*.css'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter(file => file !== theme)

const kebab = (name: string) => name.replace(/[A-Z]/g, one => `-${one.toLowerCase()}`)

/** Luminance of a colour, as WCAG 2.2 reckons it. */
const light = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const { paper, card, rest, ink, soft, red, redDeep, good, goodBg, warn, warnBg, danger, dangerBg, info, infoBg } = colours

test.each(Object.entries(colours))('style sheets and drawings have the same %s', (name, colour) => {
  expect(read(theme)).toContain(`--${kebab(name)}: ${colour.toLowerCase()};`)
})

test.each([
  ...[ink, soft, red, good, warn, danger, info].flatMap(words => [paper, card].map(ground => [words, ground] as const)),
  ...([[good, goodBg], [warn, warnBg], [danger, dangerBg], [info, infoBg]] as const), // prettier-ignore
  ...[goodBg, warnBg, dangerBg, infoBg, rest].map(ground => [ink, ground] as const),
  ...[red, redDeep, ink].map(ground => [card, ground] as const),
])('%s on %s can be read by old eyes: at least 7 to 1', (words, ground) => {
  expect(contrast(words, ground)).toBeGreaterThanOrEqual(7)
})

test.each(sheets)('%s takes colours and sizes of letters from the look', file => {
  const sheet = read(file)
  expect(sheet.match(/#[0-9a-f]{3,8}\b/gi) ?? []).toEqual([])
  expect(sheet.match(/\brpx\b|font-size:\s*[\d.]+px/g) ?? []).toEqual([])
})

test('every size and colour that a style sheet names is one of the look', () => {
  const known = new Set([...read(theme).matchAll(/(--[a-z-]+):/g)].map(([, name]) => name))
  const named = sheets.flatMap(file => [...read(file).matchAll(/var\((--[a-z-]+)/g)].map(([, name]) => `${file} ${name ?? ''}`))
  expect(named.filter(one => !known.has(one.split(' ')[1]))).toEqual([])
})
