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
  const versionOf = versions()
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

/** What a function is made of, besides its packages. */
const SOURCES = /\.([cm]?js|json)$/

/** What a folder says of what came into it and went; a folder's own stamp is no finer than the disk's clock. */
interface Listing {
  stamp: string
  folders: readonly string[]
  sources: readonly string[]
}
/** For so long (ms) a folder must have rested before its stamp tells that nothing has come since. */
const RESTED = 1000

/**
 * The version of the function in a folder, see Deployed. Each call of a function asks for it: what is in a folder is read again where the folder
 * says that something came or went, and its files are asked alone.
 */
function versions(): (home: string) => string {
  const listings = new Map<string, Listing>()
  const listingOf = (folder: string): Listing => {
    const found = statSync(folder, { throwIfNoEntry: false })
    const stamp = found === undefined ? 'absent' : `${found.ino}:${found.ctimeMs}`
    const known = listings.get(folder)
    if (known?.stamp === stamp) return known
    const items = itemsIn(folder)
    const listing = {
      stamp,
      folders: items.filter(item => item.isDirectory() && item.name !== 'node_modules').map(({ name }) => join(folder, name)),
      sources: items.filter(item => !item.isDirectory() && SOURCES.test(item.name)).map(({ name }) => join(folder, name)),
    }
    if (found !== undefined && Date.now() - found.ctimeMs > RESTED) listings.set(folder, listing)
    else listings.delete(folder)
    return listing
  }
  const stampsIn = (folder: string): string[] => {
    const { folders, sources } = listingOf(folder)
    return [...sources.map(file => `${file}:${stampOf(file)}`), ...folders.flatMap(stampsIn)]
  }
  return home => [...stampsIn(home), stampOf(join(home, 'node_modules')), stampOf(join(home, 'node_modules/.package-lock.json'))].join(' ')
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
