/** The phone's own codes, where nothing was answered: no network, or a cloud that was reached and did not finish (killed, out of time). */
export type Silence = 'OFFLINE' | 'BROKEN'

/** Errors of WeChat's cloud are numbered from here down; those of the phone and its network are not. */
const CLOUD_ERRORS = -500_000

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : undefined)

/** What a call that failed without an answer was: BROKEN where the cloud itself says that it could not finish. */
export const silenceOf = (error: unknown): Silence => {
  const code = Number(codeOf(error))
  return code <= CLOUD_ERRORS ? 'BROKEN' : 'OFFLINE'
}

/** Was nothing answered? What was asked may or may not have been done; asked again with the same id it is done once. */
export const isSilent = (code: string | undefined): code is Silence => code === 'OFFLINE' || code === 'BROKEN'
