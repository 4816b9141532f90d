import Taro from '@tarojs/taro'

/** Random bytes from the phone's own source of chance; rejects on a phone that has none. */
export const chance = (length: number): Promise<Uint8Array> =>
  process.env.TARO_ENV === 'h5'
    ? Promise.resolve(crypto.getRandomValues(new Uint8Array(length)))
    : new Promise((found, failed) => {
        Taro.getUserCryptoManager().getRandomValues({
          length,
          success: ({ randomValues }) => found(new Uint8Array(randomValues)),
          fail: ({ errMsg }) => failed(new Error(errMsg)),
        })
      })
