import Taro from '@tarojs/taro'
import { type Route, routes } from '../../core/shared/routes'

/** Between these one changes; every other page opens over them. */
const tabs: readonly Route[] = [routes.home.path, routes.activities.path, routes.help.path, routes.mine.path]

const told = (moved: Promise<unknown>) => {
  moved.catch((error: unknown) => console.error('The page could not be opened', error))
}

/** Opens a page over this one, or changes to a tab. */
export const go = (route: Route) => {
  const url = `/${route}`
  told(tabs.includes(route) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }))
}

/** Opens a page in the place of this one, so that going back does not return here. */
export const goInstead = (route: Route) => {
  const url = `/${route}`
  told(tabs.includes(route) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
}

/** Back to where the person came from; to the first tab where the phone was opened here. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) told(Taro.navigateBack())
  else go(routes.home())
}

/** What the page's config calls it. */
export const pageTitle = (): string => Taro.getCurrentInstance().page?.config?.navigationBarTitleText ?? ''
