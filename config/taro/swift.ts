import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type { Compiler } from 'webpack'

const root = path.resolve(__dirname, '../..')

/** Taro's components that ask it for functions by name, which its plugin for Babel reads. */
const asksTaro = (file: string) => /@tarojs[\\/](components|router)[\\/]/.test(file) && readFileSync(file, 'utf8').includes('@tarojs/taro')

/** Of what was built Taro has webpack write a report of all modules twice, and prints of it what went wrong. */
const briefly = (compiler: Compiler) =>
  compiler.hooks.done.tap({ name: 'briefly', stage: -1 }, stats => {
    const [json, text] = [stats.toJson.bind(stats), stats.toString.bind(stats)]
    const told = { all: false, errors: true, warnings: true }
    stats.toJson = () => json(told)
    stats.toString = () => text(told)
  })

/**
 * The phones of the local cloud run in browsers of today: our sources are made ready for them by esbuild, Taro's are ready as they come. What saves
 * bytes on a slow network is left undone, and what no page asks for is not read: films come as one file, not in the parts that `hls.js` (1.4 MB) puts
 * together, and the schemas stay in the cloud.
 */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.plugin('briefly').use({ apply: briefly })
    if (process.env.TARO_ENV !== 'h5') return
    chain.module.rule('script').include.clear().add(asksTaro)
    chain.module
      .rule('swift')
      .test(/\.tsx?$/)
      .include.add(path.join(root, 'src'))
      .add(path.join(root, 'core'))
      .end()
      .use('esbuild')
      .loader(path.join(__dirname, 'swift.cjs'))
    chain.module.noParse(/node_modules[\\/]zod[\\/]/)
    chain.merge({ resolve: { alias: { 'hls.js': false } } })
    chain.optimization.concatenateModules(false).set('realContentHash', false)
    chain.performance.hints(false)
  })
}
