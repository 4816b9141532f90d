import Taro from '@tarojs/taro'

/** Can this phone scan by itself? On the desk a code is pasted instead. */
export const canScan = process.env.TARO_ENV === 'weapp'

/** Scans a code with the camera; undefined when the person turned back. */
export const scan = async (): Promise<string | undefined> => {
  try {
    const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result || path
  } catch {
    // WeChat answers with an error both for "turned back" and for "camera refused"; either way there is no code.
    return undefined
  }
}
