import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { sentenceOf } from './exceptions'
import { parseWritten } from './json-file'

/** What WeChat's own tools read of a mini-program project, as far as it matters here. */
export interface Project {
  /** Folder of the functions, from the project's folder; undefined where the project does not say. */
  functions: string | undefined
  appId: string | undefined
  /** The pages that the mini-program declares; undefined where its app.json is not to be found, as before a build. */
  pages: readonly string[] | undefined
}

const FILE = 'project.config.json'
const configSchema = z.object({
  cloudfunctionRoot: z.string().optional(),
  miniprogramRoot: z.string().optional(),
  appid: z.string().optional(),
})
const subpackages = z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).optional()
const appSchema = z.object({ pages: z.array(z.string()), subPackages: subpackages, subpackages })

/** The project in a folder, whose file of that name may be missing. Throws a sentence where it cannot be used. */
export function readProject(folder: string): Project {
  const file = join(folder, FILE)
  if (!existsSync(file)) return { functions: undefined, appId: undefined, pages: undefined }
  try {
    const { cloudfunctionRoot, miniprogramRoot = '', appid } = configSchema.parse(parseWritten(readFileSync(file, 'utf8')))
    // WeChat's tools put a word there for a project that has none yet.
    const appId = appid !== undefined && /^wx[0-9a-f]{16}$/.test(appid) ? appid : undefined
    return { functions: nonEmpty(cloudfunctionRoot), appId, pages: pagesIn(join(folder, miniprogramRoot, 'app.json')) }
  } catch (cause) {
    throw new Error(`${FILE} cannot be used: ${sentenceOf(cause)}. Name the folder of the functions with --functions.`, { cause })
  }
}

const nonEmpty = (text: string | undefined) => (text === '' ? undefined : text)

function pagesIn(file: string): string[] | undefined {
  if (!existsSync(file)) return undefined
  const app = appSchema.safeParse(parseWritten(readFileSync(file, 'utf8')))
  if (!app.success) return undefined
  const { pages, subPackages = [], subpackages: others = [] } = app.data
  const below = [...subPackages, ...others].flatMap(({ root, pages: own }) => own.map(page => `${root.replace(/\/+$/, '')}/${page}`))
  return [...pages, ...below].map(page => page.replace(/^\/+/, ''))
}
