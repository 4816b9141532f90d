import * as cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** The one initialised SDK of this function instance. */
export { cloud }

const codes = (error: unknown): string =>
  error !== null && typeof error === 'object'
    ? ['errMsg', 'message', 'errCode', 'code'].map(key => String((error as Record<string, unknown>)[key] ?? '')).join(' ')
    : String(error)

/** Whether the database refused a second document with the same key. */
export const isDuplicate = (error: unknown): boolean => codes(error).includes('E11000')

/** Whether WeChat answered with that error number. */
export const isWeChatError = (error: unknown, errCode: number): boolean =>
  error !== null && typeof error === 'object' && 'errCode' in error && error.errCode === errCode
