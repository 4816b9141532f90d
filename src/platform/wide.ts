import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** From here on a window holds two panes, as the style sheets have it too. */
const WIDE = 700

const isWide = (): boolean => (process.env.TARO_ENV === 'h5' ? window.innerWidth : Taro.getWindowInfo().windowWidth) >= WIDE

/** Is the window wide: WeChat on a PC or a pad, a browser on the desk? It may change while the page is open. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const look = () => setWide(isWide())
    Taro.onWindowResize(look)
    return () => Taro.offWindowResize(look)
  }, [])
  return wide
}
