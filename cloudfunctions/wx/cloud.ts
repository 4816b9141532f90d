import * as z from 'zod'
import * as cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** The one initialised SDK of this function instance. */
export { cloud }

/** Whether the database refused a second document with the same key; its code is that of any refusal, so that the text tells. */
export const isDuplicate = (error: unknown): boolean => {
  const { errMsg = '', message = '' } = SdkError.parse(error)
  return `${errMsg} ${message}`.includes('E11000')
}
const SdkError = z.object({ errMsg: z.string().optional(), message: z.string().optional() }).catch({})

/** Whether WeChat answered with that error number. */
export const isWeChatError = (error: unknown, errCode: number): boolean =>
  error !== null && typeof error === 'object' && 'errCode' in error && error.errCode === errCode
