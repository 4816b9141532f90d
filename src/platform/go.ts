import Taro from '@tarojs/taro'

const tabs = ['/pages/home/index', '/pages/activities/index', '/pages/help/index', '/pages/mine/index']

/** A page's address with its query; empty values are left out. */
export const address = (page: string, query: Record<string, string | undefined> = {}): string => {
  const asked = Object.entries(query).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
  return asked.length > 0 ? `${page}?${asked.join('&')}` : page
}

const told = (moved: Promise<unknown>) => {
  moved.catch((error: unknown) => console.error('The page could not be opened', error))
}

/** Opens a page over this one, or changes to a tab. */
export const go = (url: string) => {
  told(tabs.includes(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }))
}

/** Opens a page in the place of this one, so that going back does not return here. */
export const goInstead = (url: string) => {
  told(tabs.includes(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
}

/** Back to where the person came from; to the first tab where the phone was opened here. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) told(Taro.navigateBack())
  else told(Taro.switchTab({ url: '/pages/home/index' }))
}

/** What the page's config calls it. */
export const pageTitle = (): string => Taro.getCurrentInstance().page?.config?.navigationBarTitleText ?? ''
