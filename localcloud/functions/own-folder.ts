import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'

/** What `node:fs` and its promises do with one path, by name; where one exists, the form ending in Sync goes with it. */
const ON_ONE_PATH = [
  ...['access', 'appendFile', 'chmod', 'chown', 'createReadStream', 'createWriteStream', 'exists', 'lchmod', 'lchown', 'lstat'],
  ...['lutimes', 'mkdir', 'mkdtemp', 'open', 'openAsBlob', 'opendir', 'readFile', 'readdir', 'readlink', 'realpath', 'rm', 'rmdir'],
  ...['stat', 'statfs', 'truncate', 'unlink', 'unwatchFile', 'utimes', 'watch', 'watchFile', 'writeFile'],
]
const ON_TWO_PATHS = ['copyFile', 'cp', 'link', 'rename']

/**
 * Lets the code of this thread stand in a folder of its own, as a function does on the platform: a thread has no working directory, so
 * `process.cwd`, `process.chdir` and the relative paths of `node:fs` are led there. Child processes and packages in machine code still start
 * in the folder of the whole process.
 */
export function standIn(folder: string): void {
  let here = folder
  const led = (path: unknown): unknown => (typeof path === 'string' && path !== '' && !isAbsolute(path) ? join(here, path) : path)

  const lead = (holder: object, name: string, places: readonly number[]): void => {
    const original: unknown = Reflect.get(holder, name)
    if (typeof original !== 'function') return
    const leading = function (this: unknown, ...given: unknown[]): unknown {
      return Reflect.apply(
        original,
        this,
        given.map((one, i) => (places.includes(i) ? led(one) : one)),
      )
    }
    Reflect.set(holder, name, Object.defineProperties(leading, Object.getOwnPropertyDescriptors(original)))
  }
  for (const holder of [fs, fs.promises]) {
    for (const name of ON_ONE_PATH) for (const form of [name, `${name}Sync`]) lead(holder, form, [0])
    for (const name of ON_TWO_PATHS) for (const form of [name, `${name}Sync`]) lead(holder, form, [0, 1])
    // What a link says is relative to where it stands.
    for (const form of ['symlink', 'symlinkSync']) lead(holder, form, [1])
  }
  for (const form of [fs.realpath, fs.realpathSync]) lead(form, 'native', [0])
  syncBuiltinESMExports()

  process.cwd = () => here
  process.chdir = directory => {
    const next = resolve(here, directory)
    fs.readdirSync(next)
    here = next
  }
}
