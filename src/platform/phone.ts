import Taro from '@tarojs/taro'
import { openid } from './who'

/** A number as it is dialled from the mainland: blanks and dashes away, 00 for the + of another country. */
const dialled = (phone: string): string => phone.replace(/[^\d+,]/g, '').replace(/^\+(?:86)?/, plus => (plus === '+' ? '00' : ''))

/** Hands a number to the browser from a frame of its own, so that the page itself goes nowhere. */
const dialOnDesk = (number: string) => {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = `tel:${number}`
  document.body.append(frame)
  setTimeout(() => frame.remove(), 1000)
}

/** Rings a number. The person may still say no on WeChat's own sheet, which is not an error. */
export const dial = (phone: string) => {
  if (process.env.TARO_ENV === 'h5') {
    dialOnDesk(dialled(phone))
    return
  }
  Taro.makePhoneCall({ phoneNumber: dialled(phone) }).catch(() => undefined)
}

const isCode = (value: unknown): value is { code: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'

/** The desk's stand-in for WeChat's phone number sheet: a code for the number typed; undefined when it is no mobile number. */
export const phoneCodeOnDesk = async (phone: string): Promise<string | undefined> => {
  try {
    const response = await fetch('/phone-code', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid() },
      body: JSON.stringify({ phone }),
    })
    const said: unknown = await response.json()
    return isCode(said) ? said.code : undefined
  } catch (error) {
    console.error('The phone number could not be exchanged', error)
    return undefined
  }
}
