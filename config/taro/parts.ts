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

/**
 * What two pages of a subpackage use Taro writes into a file of its own, named by 32 hexadecimal digits and asked for by that name in each page: 2,000
 * times 40 letters. Here they get short names, after the shares of all modules were written beside the build.
 */
const shorten = (compiler: Compiler) => {
  const { Compilation, sources } = compiler.webpack
  compiler.hooks.thisCompilation.tap('parts', compilation =>
    compilation.hooks.processAssets.tap({ name: 'parts', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, assets => {
      const out = compilation.outputOptions.path ?? ''
      mkdirSync(path.dirname(out), { recursive: true })
      writeFileSync(`${out}.parts.json`, JSON.stringify(sharesOf(compilation)))
      const files = Object.keys(assets)
      const hashes = [...new Set(files.flatMap(file => Array.from(file.matchAll(SHARED), ([, hash = '']) => hash)))].sort()
      const short = (text: string) => text.replace(SHARED, (_, hash: string) => `c/${hashes.indexOf(hash).toString(36)}`)
      for (const file of files) {
        if (!/\.(js|wxss)$/.test(file) || !file.includes('/')) continue
        const source = new sources.RawSource(short(String(assets[file]?.source())))
        compilation.deleteAsset(file)
        compilation.emitAsset(short(file), source)
      }
    }),
  )
}

/** The files that pages of a subpackage share. */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV === 'h5') return
    // Numbers of two and three digits in place of five.
    chain.optimization.set('moduleIds', 'size').set('chunkIds', 'size')
    chain.plugin('parts').use({ apply: shorten })
  })
}
