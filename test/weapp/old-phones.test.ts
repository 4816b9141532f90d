import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const dist = join(__dirname, '../../dist/weapp')
const scripts = readdirSync(dist, { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.js'))
  .map(entry => join(entry.parentPath, entry.name))

const failing = (unread: (code: string) => boolean) =>
  scripts.filter(file => unread(readFileSync(file, 'utf8'))).map(file => file.slice(dist.length))

test('an iPhone of before 2023 can read every script: none looks behind in a regular expression, at which its whole file would fail', () => {
  expect(scripts.length).toBeGreaterThan(50)
  expect(failing(code => /\(\?<[=!]/.test(code))).toEqual([])
})

/** What came into the language after iOS 12 (2018). */
const { QuestionDotToken, QuestionQuestionToken, QuestionQuestionEqualsToken, BarBarEqualsToken, AmpersandAmpersandEqualsToken } =
  ts.SyntaxKind
const tokens = new Set<ts.SyntaxKind>([
  QuestionDotToken,
  QuestionQuestionToken,
  QuestionQuestionEqualsToken,
  BarBarEqualsToken,
  AmpersandAmpersandEqualsToken,
])
const later = (node: ts.Node): boolean =>
  tokens.has(node.kind) || ts.isPropertyDeclaration(node) || ts.isPrivateIdentifier(node) || ts.isBigIntLiteral(node)

test('an iPhone of 2013 on iOS 12 can: nothing is written as the language has it only since', () => {
  const holds = (node: ts.Node): boolean => later(node) || (ts.forEachChild(node, holds) ?? false)
  expect(failing(code => holds(ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest)))).toEqual([])
})
