import Taro from '@tarojs/taro'

/** Copies words, so that they can be pasted into a chat. False when the phone did not let us. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch (error) {
    console.error('The words could not be copied', error)
    return false
  }
}
