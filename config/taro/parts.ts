import path from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { IPluginContext } from '@tarojs/service'
import type { Chunk, Compilation, Compiler, Module } from 'webpack'

const SHARED = /sub-common\/([0-9a-f]{32})/g

/** Bytes of a compiled file by the module they were made of: its share of what went in. */
type Share = Record<string, number>

const nameOf = (module: Module): string => (module.nameForCondition() ?? module.identifier()).replace(`${process.cwd()}${path.sep}`, '')

const partsOf = (module: Module): Module[] =>
  'modules' in module && Array.isArray(module.modules) ? (module.modules as Module[]) : [module]

const shareOf = (compilation: Compilation, chunk: Chunk, bytes: number): Share => {
  const modules = [...compilation.chunkGraph.getChunkModulesIterable(chunk)].flatMap(partsOf)
  const all = modules.reduce((sum, module) => sum + module.size('javascript'), 0)
  const share: Share = {}
  for (const module of modules) {
    const name = nameOf(module)
    share[name] = (share[name] ?? 0) + (all === 0 ? 0 : (module.size('javascript') / all) * bytes)
  }
  return share
}

/** Where each compiled file's bytes come from, for `npm run bench packages`. */
const sharesOf = (compilation: Compilation): Record<string, Share> => {
  const chunks = new Map([...compilation.chunks].map(chunk => [String(chunk.name), chunk]))
  return Object.fromEntries(
    Object.entries(compilation.assets).flatMap(([file, source]) => {
      const name = file.replace(/\.js$/, '')
      const chunk = chunks.get(name) ?? chunks.get(name.replace(/^[^/]+\/(?=sub-common\/)/, ''))
      return file.endsWith('.js') && chunk ? [[file, shareOf(compilation, chunk, source.size())]] : []
    }),
  )
}

/** Where a script of the phone keeps its modules until one of them is asked for. */
const PUSH = '(wx.webpackJsonp=wx.webpackJsonp||[]).push('
/** Scripts of the main package that may run before there is a place for modules. */
const FIRST = new Set(['common.js', 'vendors.js', 'taro.js', 'runtime.js', 'app.js'])
/** Scripts of what several pages of a subpackage use. */
const SHARING = /^\w+\/(?:sub-vendors|sub-common\/[0-9a-f]{32})\.js$/
const rootOf = (file: string) => file.split('/')[0] ?? ''
/** A script of modules alone: what several pages of a subpackage use. */
const MODULES =
  /^(?:\/\*![^*]*\*\/\s*)?("use strict";)?\(wx\.webpackJsonp=wx\.webpackJsonp\|\|\[\]\)\.push\(\[\[(\d+)\],\{([^]*)\}\]\);?\s*$/
/** What a page of a subpackage asks for first. */
const ASKED = /^"use strict";(?:require\("\.\.\/(?:sub-common\/[0-9a-f]{32}|sub-vendors)\.js"\);)+/
/** The end of a page: it waits for the scripts that it has just asked for, each by its number. */
const WAITS = /(\w+)=>\{\1\.O\(0,\[[\d,]+\],\(\)=>\1\(\1\.s=(\d+)\)\),\1\.O\(\)\}\]\);?\s*$/
/** WeChat's behaviors, which none of our pages has. */
const BEHAVIORS = /([\w$]+)&&\1\.behaviors&&\(([\w$]+)\.behaviors=\(\2\.behaviors\|\|\[\]\)\.concat\(\1\.behaviors\)\),/

/** Takes out or replaces what must be there: another version of Taro or webpack must not slip through as it came. */
const replaced = (file: string, code: string, from: RegExp | string, to: string): string => {
  const changed = code.replace(from, to)
  if (changed === code) throw new Error(`${file} has no ${String(from)}: Taro or webpack writes it in another form`)
  return changed
}

/** Several scripts of modules as one; what was written in strict mode stays so. */
const joined = (scripts: readonly (readonly [file: string, code: string])[]): string => {
  const parts = scripts.map(([file, code]) => {
    const [, strict, id = '', modules = ''] = MODULES.exec(code) ?? []
    if (id === '') throw new Error(`${file} is no script of modules: Taro or webpack writes it in another form`)
    return { strict: strict !== undefined, id, modules }
  })
  const pushed = (strict: boolean) => {
    const some = parts.filter(part => part.strict === strict)
    const code = `wx.webpackJsonp.push([[${some.map(({ id }) => id).join()}],{${some.map(({ modules }) => modules).join()}}]);`
    return some.length === 0 ? '' : strict ? `(()=>{"use strict";${code}})();` : code
  }
  return pushed(true) + pushed(false)
}

/** A script that runs after the main package's, without what is said to no end. */
const tight = (file: string, code: string): string => {
  const ready = replaced(file, replaced(file, code, PUSH, 'wx.webpackJsonp.push('), WAITS, '$1=>$1($1.s=$2)]);')
  const asking = ready.replace(ASKED, '"use strict";require("../shared.js");')
  return asking.includes('Page(') ? replaced(file, asking, BEHAVIORS, '') : asking
}

/**
 * What several pages of a subpackage use Taro writes into files of their own, up to 140 in one, named by 32 hexadecimal digits and asked for by each page
 * one by one. Here they become one script, `shared.js`, whose modules run when a page asks for them, after the shares of all modules were written
 * beside the build. Styles stay apart, since all that a page brings is matched with each of its elements; they get short names.
 */
const shorten = (compiler: Compiler) => {
  const { Compilation, sources } = compiler.webpack
  compiler.hooks.thisCompilation.tap('parts', compilation =>
    compilation.hooks.processAssets.tap({ name: 'parts', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, assets => {
      const out = compilation.outputOptions.path ?? ''
      mkdirSync(path.dirname(out), { recursive: true })
      writeFileSync(`${out}.parts.json`, JSON.stringify(sharesOf(compilation)))
      const files = Object.keys(assets)
      const read = (file: string) => String(assets[file]?.source())
      const put = (file: string, code: string) => compilation.emitAsset(file, new sources.RawSource(code))

      const sheets = files.filter(file => file.endsWith('.wxss') && file.includes('/'))
      const hashes = [...new Set(sheets.flatMap(file => Array.from(file.matchAll(SHARED), ([, hash = '']) => hash)))].sort()
      const short = (text: string) => text.replace(SHARED, (_, hash: string) => `c/${hashes.indexOf(hash).toString(36)}`)
      const scripts = files.filter(file => file.endsWith('.js') && !FIRST.has(file))
      const shared = scripts.filter(file => SHARING.test(file))
      const roots = [...new Set(shared.map(rootOf))]
      const written = [
        ...sheets.map(file => [short(file), short(read(file))] as const),
        ...roots.map(root => {
          const some = shared.filter(file => rootOf(file) === root)
          return [`${root}/shared.js`, joined(some.map(file => [file, read(file)]))] as const
        }),
        ...scripts.filter(file => !SHARING.test(file)).map(file => [file, tight(file, read(file))] as const),
      ]
      for (const file of [...sheets, ...scripts]) compilation.deleteAsset(file)
      for (const [file, code] of written) put(file, code)
    }),
  )
}

interface Call {
  call: boolean
}
const isCall = (dependency: object): dependency is Call => 'call' in dependency && dependency.call === true

/**
 * What a module imports webpack calls as `(0,a.b)(…)`, so that it is given no `this`, at 16,000 places. Nothing that we call asks for its `this`:
 * `a.b(…)` is four letters less.
 */
const plainCalls = (compiler: Compiler) =>
  compiler.hooks.thisCompilation.tap('calls', compilation =>
    compilation.hooks.beforeCodeGeneration.tap('calls', () => {
      for (const module of [...compilation.modules].flatMap(partsOf))
        for (const dependency of module.dependencies) if (isCall(dependency)) dependency.call = false
    }),
  )

/** The files that pages of a subpackage share, and what webpack and Taro write round modules. */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV === 'h5') return
    // Numbers of two and three digits in place of five.
    chain.optimization.set('moduleIds', 'size').set('chunkIds', 'size')
    chain.plugin('parts').use({ apply: shorten })
    chain.plugin('calls').use({ apply: plainCalls })
  })
}
