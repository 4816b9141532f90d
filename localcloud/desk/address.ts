import type { PhoneSetting } from './phone'

/** What the desk's address keeps of its phones: `?phones=a,b&large=2&offline=1`, the latter two by the phones' places, counted from 1. */
export function settingsIn(search: string, fallback: readonly string[]): PhoneSetting[] {
  const query = new URLSearchParams(search)
  const listed = (name: string) => (query.get(name) ?? '').split(',').filter(one => one !== '')
  const openids = listed('phones')
  return (openids.length === 0 ? fallback : openids).map((openid, index) => {
    const isIn = (name: string) => listed(name).includes(String(index + 1))
    return { openid, large: isIn('large'), offline: isIn('offline') }
  })
}

/** The address of a desk whose phones are set like this; whatever else it says stays. */
export function withSettings(href: string, settings: readonly PhoneSetting[]): URL {
  const url = new URL(href)
  const places = (chosen: (setting: PhoneSetting) => boolean) => settings.flatMap((one, index) => (chosen(one) ? [index + 1] : []))
  const parts = { phones: settings.map(one => one.openid), large: places(one => one.large), offline: places(one => one.offline) }
  for (const [name, values] of Object.entries(parts)) {
    if (values.length === 0) url.searchParams.delete(name)
    else url.searchParams.set(name, values.join(','))
  }
  return url
}
