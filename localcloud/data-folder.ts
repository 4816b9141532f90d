import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode, sentenceOf } from './exceptions'

/** Says of a folder that it is a local cloud's; written into a folder that was empty. */
const MARK = 'local-cloud.json'
/** What clouds without a mark have left behind. */
const OWN = /^(database|files|cloud\.lock(\.\d+)?|.*\.jsonl)$/
/** What systems and tools put into folders by themselves. */
const STRAY = ['.DS_Store', '.gitignore', '.gitkeep', 'Thumbs.db']

const isFolder = (folder: string): boolean => {
  try {
    return statSync(folder).isDirectory()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw new Error(`The data folder ${folder} cannot be used: ${sentenceOf(error)}. Choose another with --data.`, { cause: error })
  }
}

/**
 * Makes sure that a folder is a local cloud's, or empty, or makes it. Throws a sentence for a file and for a folder that holds something
 * else, and then has touched nothing.
 */
export function claimFolder(folder: string): void {
  if (!isFolder(folder)) {
    if (existsSync(folder))
      throw new Error(`${folder} is a file, and the local cloud keeps its data in a folder. Choose another with --data.`)
    make(folder)
  }
  const names = readdirSync(folder).filter(name => !STRAY.includes(name))
  if (names.length === 0) {
    make(folder, MARK)
    return
  }
  const isOurs = names.includes(MARK) || existsSync(join(folder, 'database', 'data.mdb')) || names.every(name => OWN.test(name))
  if (isOurs) return
  const other = names.find(name => !OWN.test(name)) ?? ''
  throw new Error(`The folder ${folder} is not a local cloud's: it holds ${other}. Nothing in it was touched; choose another with --data.`)
}

function make(folder: string, mark?: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (mark !== undefined) writeFileSync(join(folder, mark), '{"localCloud":1}\n')
  } catch (error) {
    throw new Error(`The data folder ${folder} cannot be made: ${sentenceOf(error)}. Choose another with --data.`, { cause: error })
  }
}
