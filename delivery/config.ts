import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { Environment } from '../core/shared/environment'
import { Fault } from './cloud/fault'
import { belongs } from './config-belongs'

/** What `changqing.config.json` holds: which mini-program, which environment, and what the functions read at run time. */
const Config = Environment.extend({
  appid: z.string().regex(/^wx[0-9a-f]{16}$/),
  env: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/),
  /** What the environment's package has, for the doctor to compare what is used with: MB in the storage and the database, calls of functions a month. */
  package: z.strictObject({ storage: z.number().positive(), database: z.number().positive(), calls: z.number().positive() }).optional(),
})
export type Config = z.infer<typeof Config>

type Path = readonly (string | number)[]
/** One thing that is wrong in the file; `line` counts from 1. */
interface Wrong {
  line: number
  sentence: string
}

const pathOf = (path: readonly PropertyKey[]): Path => path.map(part => (typeof part === 'symbol' ? String(part) : part))

/** The node at a path, or the nearest one around it where there is none. */
const nearest = (root: Node, path: Path): Node =>
  findNodeAtLocation(root, [...path]) ?? (path.length === 0 ? root : nearest(root, path.slice(0, -1)))

/** A field that may be written in two ways is judged by the way that was chosen. */
const within = (issue: z.core.$ZodIssue, value: unknown): { path: Path; issue: z.core.$ZodIssue }[] => {
  if (issue.code !== 'invalid_union' || typeof value !== 'object' || value === null) return [{ path: pathOf(issue.path), issue }]
  const [chosen = []] = issue.errors.filter(some => some.some(one => one.path.length > 0 || one.code === 'unrecognized_keys'))
  if (chosen.length === 0) return [{ path: pathOf(issue.path), issue }]
  return chosen.map(one => ({ path: [...pathOf(issue.path), ...pathOf(one.path)], issue: one }))
}

/** Everything that is wrong in the text, in the order of its lines. */
export const faultsOf = (text: string): Wrong[] => {
  const bare = text.replace(/^\uFEFF/, '')
  const lineOf = (offset: number) => bare.slice(0, offset).split('\n').length
  const errors: ParseError[] = []
  const root = parseTree(bare, errors, { allowTrailingComma: true })
  if (root === undefined || errors.length > 0) {
    const broken = errors.map(({ offset, error }) => ({
      line: lineOf(offset),
      sentence: `这里不成 JSON（${syntax[printParseErrorCode(error)] ?? '看不懂'}）`,
    }))
    return broken.length > 0 ? broken : [{ line: 1, sentence: '文件是空的' }]
  }
  const { error } = Config.safeParse(valueOf(root))
  const issues = (error?.issues ?? []).flatMap(issue => within(issue, valueOf(nearest(root, pathOf(issue.path)))))
  const wrong = issues.flatMap(({ path, issue }): Wrong[] => {
    const at = (where: Path) => lineOf(nearest(root, where).offset)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({
        line: keyLine(root, [...path, key], lineOf),
        sentence: `${[...path, key].join('.')}：没有这个名字。${belongs(path)}`,
      }))
    const isMissing = findNodeAtLocation(root, [...path]) === undefined
    return [{ line: at(path), sentence: `${path.join('.')}：${isMissing ? '缺这一项。' : ''}${belongs(path)}` }]
  })
  // One field may break several rules at once; what belongs there is the same.
  const once = wrong.filter((one, index) => wrong.findIndex(other => isDeepStrictEqual(other, one)) === index)
  return once.sort((a, b) => a.line - b.line)
}

/** The line of a key, not of its value. */
const keyLine = (root: Node, path: Path, lineOf: (offset: number) => number) =>
  lineOf((findNodeAtLocation(root, [...path])?.parent ?? nearest(root, path)).offset)

const valueOf = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(valueOf)
  if (node.type !== 'object') return node.value as unknown
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), valueOf(value)] as const] : [],
  )
  return Object.fromEntries(entries)
}

const syntax: Readonly<Record<string, string>> = {
  ValueExpected: '少一个值',
  CommaExpected: '上一行末尾少一个英文逗号',
  ColonExpected: '少一个英文冒号',
  PropertyNameExpected: '少一个加英文双引号的名字',
  CloseBraceExpected: '少一个 }',
  CloseBracketExpected: '少一个 ]',
  InvalidSymbol: '要用英文双引号括起来',
  InvalidCharacter: '有不认识的字符，例如中文引号、中文逗号',
  UnexpectedEndOfString: '少一个英文双引号',
  EndOfFileExpected: '后面多了东西',
  InvalidNumberFormat: '数字写得不对',
}

const isAbsent = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

/**
 * Reads the configuration.
 * @throws Fault with every faulty line at once
 */
export const readConfig = async (file: string): Promise<Config> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    const what = isAbsent(cause) ? `没有配置文件 ${file}。` : `配置文件 ${file} 打不开。`
    throw new Fault(what, '把 docs/changqing.config.example.jsonc 复制成 changqing.config.json，照里面的说明填好，再运行一次。', { cause })
  }
  const wrong = faultsOf(text)
  if (wrong.length > 0) {
    const lines = wrong.map(({ line, sentence }) => `  第 ${line} 行　${sentence}`)
    throw new Fault(
      `配置文件 ${file} 有 ${wrong.length} 处要改：\n${lines.join('\n')}`,
      '改好保存，再运行一次。每一项怎么填见 docs/changqing.config.example.jsonc。',
    )
  }
  return Config.parse(
    valueOf(parseTree(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true }) ?? { type: 'null', offset: 0, length: 0 }),
  )
}

/** What of the configuration the functions read. */
export const settingsOf = ({ appid: _appid, env: _env, package: _package, ...settings }: Config): Environment => settings
