import Taro from '@tarojs/taro'

/** Shows photos as large as the phone, beginning with one of them. */
export const showPhoto = (sources: readonly string[], index: number) => {
  const current = sources[index]
  if (current === undefined) return
  Taro.previewImage({ urls: [...sources], current }).catch((error: unknown) => console.error('The photo could not be shown', error))
}
