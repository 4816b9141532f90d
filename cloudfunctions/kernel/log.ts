/** What may be personal in a message of the database or of WeChat: Chinese words, long numbers and anything in quotes. */
const personal = /\p{Script=Han}+|(?<!E)\d{5,}|"[^"\n]*"|'[^'\n]*'/gu

const textOf = (error: unknown): string => {
  if (error instanceof Error) return error.stack ?? error.message
  return typeof error === 'string' ? error : JSON.stringify({ thrown: error })
}

/** Logs an internal fault with what leads back to it (a trace id, a job's name), and without anything personal. */
export const logFault = (error: unknown, about: Readonly<Record<string, string>>): void =>
  console.error(JSON.stringify({ ...about, error: textOf(error).replace(personal, '…') }))
