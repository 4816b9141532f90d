import type { IPluginContext } from '@tarojs/service'

/** The ES module of chinese-days lies under a package.json that says CommonJS, which webpack would believe. */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('almanac')
      .test(/chinese-days[\\/]dist[\\/]index\.es\.js$/)
      .type('javascript/esm')
      .set('sideEffects', false)
  })
}
