import type { JsMinifyOptions } from '@swc/core'
import type { IPluginContext } from '@tarojs/service'
import TerserPlugin from 'terser-webpack-plugin'

/**
 * Our phones read what babel.config.cjs leaves standing, where Taro writes for those that read only ES5. Chinese stays as it is written: WeChat reads
 * UTF-8, and its escapes are twice as long.
 */
const forOurPhones: JsMinifyOptions = {
  compress: { ecma: 2017, passes: 2, toplevel: true, unsafe_arrows: true },
  mangle: true,
  format: { ecma: 2017, ascii_only: false, comments: false },
}
/** Its threads are swc's own. */
const minifier = new TerserPlugin<JsMinifyOptions>({ minify: TerserPlugin.swcMinify, terserOptions: forOurPhones, parallel: false })

/** The mini-program is made small by swc, which finds a little more than Taro's minifier and takes a tenth of its time (decision 0059). */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV !== 'h5') chain.optimization.minimizer('terserPlugin').use(minifier)
  })
}
