import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '../..')

/** `core`, which phone and cloud share, lies outside `src` and is TypeScript too; the code drawer is written for newer phones than ours. */
const compiled = { compile: { include: [path.join(root, 'core'), path.join(root, 'node_modules/uqr')] } }
/** No component's styles reach into another's, so the order in which pages use them does not matter. */
const anyOrder = { ignoreOrder: true }

/** The phones of the local cloud run in browsers of today: a minifier that is several times as fast may write for them. */
const forToday = { jsMinimizer: 'esbuild', esbuild: { minify: { config: { target: 'es2020' } } } } as const

/** What two pages of the desk's phones use is written once: copied into each page's file it was nine tenths of all, built, served and read for nothing. */
const sharedOnce = {
  chunks: 'async',
  minSize: 0,
  cacheGroups: { default: false, defaultVendors: false, shared: { name: 'shared', minChunks: 2, enforce: true } },
} as const

/** A length is the same on every screen: an elder's letters do not shrink with a small phone. */
const points = { pxtransform: { enable: false, config: {} } }

/** Settings of both web builds. */
export default defineConfig({
  projectName: 'changqing365',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
  // The version of WeChat's plugin for speech, where the mini-program has it.
  env: { SPEECH_PLUGIN: JSON.stringify(process.env['SPEECH_PLUGIN'] ?? '') },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  ...(process.env.TARO_ENV === 'h5' ? forToday : {}),
  alias: {
    // Of its ES module only what is asked for goes along.
    'chinese-days': require.resolve('chinese-days/dist/index.es.js'),
    ...(process.env.TARO_ENV === 'h5' ? {} : { '@tarojs/taro$': path.join(root, 'config/taro/taro.cjs') }),
  },
  plugins: ['elements', 'drawings', 'lean', 'almanac', 'parts', 'small', 'swift'].map(name => path.join(root, `config/taro/${name}.ts`)),
  mini: {
    ...compiled,
    postcss: points,
    miniCssExtractPluginOption: anyOrder,
    runtime: { enableInnerHTML: false },
    // What webpack itself writes round the modules.
    webpackChain: chain => chain.merge({ target: ['web', 'es2017'] }),
  },
  h5: {
    ...compiled,
    postcss: points,
    miniCssExtractPluginOption: anyOrder,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain: chain => chain.merge({ optimization: { splitChunks: sharedOnce } }),
  },
})
