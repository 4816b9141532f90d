import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMissing } from '../exceptions'
import { readConfig, type FunctionConfig } from './config'

/** A function as the build left it in its folder. */
export interface Deployed {
  name: string
  /** Absolute path of index.js. */
  entry: string
  config: FunctionConfig
  /** Why its config.json cannot be used; undefined where it can. The function then answers nothing else. */
  fault: string | undefined
  /** Changes whenever a script or a JSON file in the folder does, and with each installation of its packages. */
  version: string
}

/** Where the functions of a cloud are kept. */
export interface Shelf {
  /** All of them, by their names. */
  list: () => readonly Deployed[]
  /** One as it is now; undefined where there is none of that name. */
  find: (name: string) => Deployed | undefined
}

/**
 * The functions in a folder, as they are on the disk at every look: one folder each, with an index.js. `timeout`: how long (seconds) one may run
 * whose config.json does not say. Throws a sentence when there is no such folder.
 */
export function folderShelf(folder: string, timeout?: number): Shelf {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder} with functions; name it with --functions`)
  const known = new Map<string, Deployed>()
  const look = (name: string): Deployed | undefined => {
    const home = resolve(folder, name)
    if (!mayBeFunction(name) || stampOf(join(home, 'index.js')) === 'absent') return undefined
    const version = versionOf(home)
    const before = known.get(name)
    if (before?.version === version) return before
    const now = { name, entry: join(home, 'index.js'), version, ...readConfig(join(home, 'config.json'), name, timeout) }
    known.set(name, now)
    return now
  }
  // A call asks several times in one turn of the loop; a folder of hundreds of files is looked through once for it.
  const looked = new Map<string, Deployed | undefined>()
  const find: Shelf['find'] = name => {
    if (looked.size === 0) setImmediate(() => looked.clear()).unref()
    if (!looked.has(name)) looked.set(name, look(name))
    return looked.get(name)
  }
  return {
    find,
    list: () =>
      foldersIn(folder)
        .map(find)
        .filter(one => one !== undefined),
  }
}

/** The folders beside the functions that cannot be called, since they have no index.js. */
export const withoutEntry = (folder: string): string[] =>
  foldersIn(folder).filter(name => mayBeFunction(name) && !existsSync(join(folder, name, 'index.js')))

const mayBeFunction = (name: string) => !/^\.|[/\\]/.test(name) && name !== 'node_modules'

const foldersIn = (folder: string): string[] =>
  itemsIn(folder)
    .filter(item => item.isDirectory() || item.isSymbolicLink())
    .map(item => item.name)
    .sort()

/** The version of the function in `home`, see Deployed. */
function versionOf(home: string): string {
  return [...stampsIn(home), stampOf(join(home, 'node_modules')), stampOf(join(home, 'node_modules/.package-lock.json'))].join(' ')
}

/** What a function is made of, besides its packages. */
const SOURCES = /\.([cm]?js|json)$/

function stampsIn(folder: string): string[] {
  return itemsIn(folder).flatMap(item => {
    const path = join(folder, item.name)
    if (item.isDirectory()) return item.name === 'node_modules' ? [] : stampsIn(path)
    return SOURCES.test(item.name) ? [`${item.name}:${stampOf(path)}`] : []
  })
}

/** Nothing in the moment in which a build has taken the folder away. */
function itemsIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? 'absent' : `${found.mtimeMs}:${found.size}`
}
