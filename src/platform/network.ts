import Taro from '@tarojs/taro'
import { createStore, useStore } from './store'

const online = createStore(true)
let listening = false

const listen = () => {
  if (listening) return
  listening = true
  if (process.env.TARO_ENV === 'h5') {
    online.set(navigator.onLine)
    window.addEventListener('online', () => online.set(true))
    window.addEventListener('offline', () => online.set(false))
    return
  }
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
  Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') }).catch((error: unknown) =>
    console.error('The network could not be asked about', error),
  )
}

/** Does the phone believe it has a network? Only a hint: `OFFLINE` of a call is what counts. */
export const useOnline = (): boolean => {
  listen()
  return useStore(online)
}
