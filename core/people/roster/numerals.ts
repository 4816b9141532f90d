const digits = '零一二三四五六七八九'

/** A Chinese number below 100 (五, 十, 十二, 二十, 廿六, 卅, 初八), or null. */
export const fromChinese = (text: string): number | null => {
  const plain = text.replace(/^初/, '').replace(/^廿/, '二十').replace(/^卅/, '三十')
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!parts || plain === '') return null
  const [, tens, ten, ones] = parts
  if (!ten) return tens && !ones ? digits.indexOf(tens) : null
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}

/** 1 to 99 in Chinese (一, 十, 十二, 二十六). */
export const toChinese = (value: number): string => {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`
}

/** Digits of a year written one by one (一九四一, 二〇〇一 → 1941, 2001). */
export const spelledDigits = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]/g, one => String('〇○'.includes(one) ? 0 : digits.indexOf(one)))
