import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import spoken from './aria.json'

interface Platform {
  runtimePath?: string | string[]
  template?: { mergeComponents: (ctx: IPluginContext, patch: Record<string, Record<string, string>>) => void }
}

/**
 * Lets screen readers hear the mini-program: Taro's templates carry only the attributes they know, and those of `aria.json` are not among
 * them. The H5 build has no templates and needs nothing.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (!platform.template || !platform.runtimePath) return
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
