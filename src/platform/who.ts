const asked = (name: string): string => (process.env.TARO_ENV === 'h5' ? (new URLSearchParams(window.location.search).get(name) ?? '') : '')

/** Which person this phone of the desk belongs to (`?as=`). Inside WeChat the cloud knows by itself, and this is empty. */
export const openid = (): string => asked('as')

/** Was this phone opened in large letters (`?large=1`)? */
export const openedLarge = (): boolean => asked('large') === '1'
