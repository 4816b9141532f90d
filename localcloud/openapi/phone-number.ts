import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { api, failure, success, type Api } from './answers'

/** How long a code can be exchanged, ms; once. */
const CODE_MS = 5 * 60_000

export interface PhoneNumbers {
  /** What the phone gets when the person lets the mini-program see the number. */
  issueCode: (phone: string) => string
  apis: Record<string, Api>
}

const schema = z.object({ code: z.string().min(1) })

export function createPhoneNumbers(now: () => number, appId: string): PhoneNumbers {
  const codes = new Map<string, { phone: string; until: number }>()
  const getPhoneNumber = api(schema, ({ code }) => {
    const found = codes.get(code)
    codes.delete(code)
    if (found === undefined || found.until < now()) return failure(40029, 'invalid code')
    const watermark = { timestamp: Math.floor(now() / 1000), appid: appId }
    return success({ phone_info: { phoneNumber: found.phone, purePhoneNumber: found.phone, countryCode: '86', watermark } })
  })
  return {
    issueCode(phone) {
      for (const [code, { until }] of codes) if (until < now()) codes.delete(code)
      const code = randomUUID().replaceAll('-', '')
      codes.set(code, { phone, until: now() + CODE_MS })
      return code
    },
    apis: { 'phonenumber.getPhoneNumber': getPhoneNumber },
  }
}
