import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** A piece of a function that is loaded when something asks for it; its id is `./PACK/NUMBER`. */
type Piece = (exports: object, require: Load, module: { exports: unknown }, file: string, folder: string) => void
type Load = (id: string) => unknown
/** The pieces that every request needs are one scope and given as they are; those of other packs are run one by one. */
type Pack = (require: Load, file: string, folder: string) => Readonly<Record<string, Piece | { own: () => unknown }>>

/** The pack that is run when the function starts. */
export const FIRST = 'bundle'
/** No script to what looks at the folder: nothing but `index.js` loads it. */
export const fileOf = (pack: string) => `${pack}.pack`
const PIECE = /^\.\/([\w-]+)\/(\d+)$/

/**
 * Loads the pieces of a function from the packs in its folder, each pack with the code that V8 compiled at the build (`PACK.cache`). With another
 * Node than the build's, or without the cache, V8 compiles as it goes. `other` loads what is no piece; `hear` is told of each pack's script.
 */
export const loaderOf = (folder: string, other: Load, hear?: (pack: string, script: Script) => void): Load => {
  const packs = new Map<string, ReturnType<Pack>>()
  const loaded = new Map<string, { exports: unknown }>()

  const packOf = (name: string): ReturnType<Pack> => {
    const known = packs.get(name)
    if (known) return known
    const [file, cache] = [join(folder, fileOf(name)), join(folder, `${name}.cache`)]
    // The cache is read first: a build removes it before it writes another pack.
    const made = existsSync(cache) ? { cachedData: readFileSync(cache) } : {}
    const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...made })
    hear?.(name, script)
    const pack = (script.runInThisContext() as Pack)(load, file, folder)
    packs.set(name, pack)
    return pack
  }
  const load: Load = id => {
    const known = loaded.get(id)
    if (known) return known.exports
    const [, name, number = ''] = PIECE.exec(id) ?? []
    if (name === undefined) return other(id)
    const piece = packOf(name)[number]
    if (piece === undefined) throw new Error(`there is no piece ${id}`)
    const module = { exports: {} as unknown }
    loaded.set(id, module)
    if (typeof piece !== 'function') module.exports = piece.own()
    else piece(module.exports as object, load, module, join(folder, fileOf(name)), folder)
    return module.exports
  }
  return load
}
