import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Is this page in sight? */
export const useVisible = (): boolean => {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  return visible
}

/** Does something again and again, `pauseMs` after the last time was done, while `on`. The first time comes after a pause too. */
export const useRepeat = (act: () => unknown, pauseMs: number, on: boolean) => {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!on) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const wait = () => {
      if (!stopped) timer = setTimeout(turn, pauseMs)
    }
    const turn = () => void Promise.resolve(latest.current()).then(wait, wait)
    wait()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [pauseMs, on])
}
