import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** On the phone the libraries go without what a mini-program cannot use; `lean.cjs` says what. The H5 build runs in a browser, which can. */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV === 'h5') return
    chain.module
      .rule('lean')
      .test(
        /react-reconciler[\\/]cjs[\\/]react-reconciler\.production\.min\.js$|@tarojs[\\/]runtime[\\/]dist[\\/](bom[\\/](location|history|URL|URLSearchParams)|dom[\\/]anchor-element)\.js$|@tarojs[\\/]shared[\\/]dist[\\/]native-apis\.js$/,
      )
      .use('lean')
      .loader(path.join(__dirname, 'lean.cjs'))
  })
}
