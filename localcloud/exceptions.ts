/** Whether an exception of node:fs says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT')
}

/** Whether an exception carries this `code`, as those of node do. Asked by shape: an exception may stem from another realm (a test's vm). */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}

/** The stack of an exception, or the best text that it has. */
export function stackOf(error: unknown): string {
  return textIn(error, 'stack') ?? sentenceOf(error)
}

/** The message of an exception, or the best text that it has. */
export function sentenceOf(error: unknown): string {
  return textIn(error, 'message') ?? String(error)
}

function textIn(error: unknown, key: 'stack' | 'message'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}
