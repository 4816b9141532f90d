import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import elements from './elements.json'

interface Platform {
  template?: { internalComponents: Record<string, Record<string, string>>; focusComponents: Set<string> }
}

/**
 * Of WeChat's elements the phone gets those in `elements.json`, each with the attributes and events that our screens give it, those for screen
 * readers among them, which Taro itself does not know. Taro's own table, in the templates of each level and in its runtime once more, was
 * 55 KB larger. Templates and runtime number the attributes, so both are made from the one table. The H5 build has no templates.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: Platform) => {
      if (!template) return
      template.internalComponents = elements
      // No field is given the focus by us: Taro doubles the template of one that may be.
      template.focusComponents.clear()
    },
  })
  ctx.modifyWebpackChain(({ chain, data }) => {
    if (process.env.TARO_ENV === 'h5') return
    // Words stand in views, which none of ours lets a finger scroll through.
    for (const unused of ['text', 'static-text', 'catch-view']) data?.componentConfig?.includes.delete(unused)
    chain.module
      .rule('elements')
      .test(/@tarojs[\\/](shared[\\/]dist[\\/]components|plugin-platform-weapp[\\/]dist[\\/]runtime)\.js$/)
      .use('table')
      .loader(path.join(__dirname, 'elements.cjs'))
  })
}
