import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'

/**
 * `index.js` of every deployed function: runs `bundle.js` beside it with the code that V8 compiled at the build. With another Node than the
 * build's, or without `bundle.cache`, V8 compiles as it goes.
 */
const cache = join(__dirname, 'bundle.cache')
const bundle = join(__dirname, 'bundle.js')
// The cache is read first: a build removes it before it writes another bundle.
const made = existsSync(cache) ? { cachedData: readFileSync(cache) } : {}
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle, ...made })
type Run = (exports: unknown, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void
const run = script.runInThisContext() as Run
run(exports, require, module, bundle, __dirname)
