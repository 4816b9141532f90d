import Taro from '@tarojs/taro'
import { keep, recall } from './storage'
import { createStore, useStore } from './store'
import { openedLarge } from './who'

/** WeChat's 关怀模式 sets 23.8; the steps below it are for people who see well enough. */
const LARGE_FROM_POINTS = 20

/** `auto` follows the size set in WeChat itself. */
export type LetterSize = 'auto' | 'normal' | 'large'

const KEY = 'letter-size'
const remembered = (): LetterSize => {
  const kept = recall(KEY)
  return kept === 'normal' || kept === 'large' ? kept : 'auto'
}

const phoneIsLarge = (): boolean => {
  if (process.env.TARO_ENV === 'h5') return false
  // Taro's types do not know this field yet; WeChat has it from 2.23.4.
  const info = Taro.getAppBaseInfo()
  return 'fontSizeSetting' in info && typeof info.fontSizeSetting === 'number' && info.fontSizeSetting >= LARGE_FROM_POINTS
}

const choice = createStore<LetterSize | undefined>(undefined)

/** The person's own choice of letters, remembered on this phone. */
export const useLetterSize = (): [LetterSize, (size: LetterSize) => void] => {
  const size = useStore(choice) ?? remembered()
  const choose = (next: LetterSize) => {
    keep(KEY, next)
    choice.set(next)
  }
  return [size, choose]
}

/** Large letters: chosen here, else asked for when the phone was opened, else as WeChat is set. */
export const useLarge = (): boolean => {
  const [size] = useLetterSize()
  if (size !== 'auto') return size === 'large'
  return openedLarge() || phoneIsLarge()
}

/** Keeps the screen lit while something is being shown to others (sign-in code, kiosk). */
export const keepLit = (lit: boolean) => {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.setKeepScreenOn({ keepScreenOn: lit }).catch((error: unknown) => console.error('The screen could not be kept lit', error))
}

/** Brings the top of the page into sight, when what is shown on it is another matter. */
export const toTop = () => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch((error: unknown) => console.error('The page could not be scrolled', error))
}
