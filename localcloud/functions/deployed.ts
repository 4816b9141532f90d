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
  /** Changes whenever a script or a JSON file in the folder does. */
  version: string
}

/** The functions in `folder`: one folder each, with an index.js. Throws a sentence when there is no such folder. */
export function readDeployed(folder: string): Deployed[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder} with functions; name it with --functions`)
  return readdirSync(folder, { withFileTypes: true })
    .filter(item => item.isDirectory() && stampOf(join(folder, item.name, 'index.js')) !== 'absent')
    .map(item => readOne(folder, item.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** One function as it is on the disk now. */
export function readOne(folder: string, name: string): Deployed {
  const home = resolve(folder, name)
  return { name, entry: join(home, 'index.js'), version: versionOf(home), ...readConfig(join(home, 'config.json'), name) }
}

/** The version of the function in `home`, see Deployed. */
export function versionOf(home: string): string {
  return stampsIn(home).join(' ')
}

/** What a function is made of, besides its packages, which change with an installation only. */
const SOURCES = /\.(c?js|json)$/

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
