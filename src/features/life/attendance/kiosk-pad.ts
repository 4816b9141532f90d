/** How many digits of the number are asked for. */
export const DIGITS = 4
export const ERASE = '退一位'
export const CLEAR = '清空'
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', CLEAR, '0', ERASE] as const

/** The digits after one more key. */
export const pressed = (digits: string, key: string): string => {
  if (key === CLEAR) return ''
  if (key === ERASE) return digits.slice(0, -1)
  return digits.length < DIGITS ? digits + key : digits
}
