import Taro from '@tarojs/taro'
import { openid } from './who'

// On the desk many phones share one browser; each keeps its own drawer.
const place = (key: string) => (process.env.TARO_ENV === 'h5' ? `${openid()}/${key}` : key)

/** What this phone keeps under a key; undefined when there is nothing or storage cannot be read. */
export const recall = (key: string): unknown => {
  try {
    const kept: unknown = Taro.getStorageSync(place(key))
    return kept === '' ? undefined : kept
  } catch (error) {
    console.error(`Storage could not be read at ${key}`, error)
    return undefined
  }
}

/** Keeps a value (JSON) on this phone through restarts. False when the phone has no room left, so that the caller can say so. */
export const keep = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(place(key), value)
    return true
  } catch (error) {
    console.error(`Storage could not be written at ${key}`, error)
    return false
  }
}

/** Forgets one key. */
export const forget = (key: string) => {
  Taro.removeStorageSync(place(key))
}

/** Forgets the keys that begin so. */
export const forgetUnder = (start: string) => {
  for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(place(start))) Taro.removeStorageSync(key)
}

/** Forgets whatever this person left on this phone, except keys that begin with one of `but`. */
export const forgetAll = (but: readonly string[] = []) => {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (!key.startsWith(place(''))) continue
    if (!but.some(kept => key.startsWith(place(kept)))) Taro.removeStorageSync(key)
  }
}
