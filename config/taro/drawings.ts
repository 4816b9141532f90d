import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** Of each picture only its lines go to the phone: seventy times the same frame around them is what a slow network need not carry. */
export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('drawings')
      .test(/lucide-static[\\/].*\.mjs$/)
      .use('lines')
      .loader(path.join(__dirname, 'drawing.cjs'))
  })
}
