import * as z from 'zod'
import * as cloud from 'wx-server-sdk'

// The SDK warns by a timer for each request that the platform may be slow; what a person waited for is noted with its operation (kernel/serve.ts).
process.env['SILENCE'] = 'true'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** The one initialised SDK of this function instance. */
export { cloud }

/** Did the database refuse a second document with the same key? Its code is that of any refusal, so the text decides. */
export const isDuplicate = (error: unknown): boolean => {
  const { errMsg = '', message = '' } = SdkError.parse(error)
  return `${errMsg} ${message}`.includes('E11000')
}
const SdkError = z.object({ errMsg: z.string().optional(), message: z.string().optional() }).catch({})

/** Did WeChat answer with that error number? */
export const isWeChatError = (error: unknown, errCode: number): boolean =>
  error !== null && typeof error === 'object' && 'errCode' in error && error.errCode === errCode
