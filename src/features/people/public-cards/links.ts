import { codeLink, readCode, readScanned } from '../../../platform/links'

/** What a public card shows, and what is forwarded of it. */
export const publicCardLink = (code: string): string => codeLink({ k: code })

/** The public card a page was opened with: its `code`, or `q` of WeChat's scanner. */
export const publicCardOfQuery = ({ code, q }: Record<'code' | 'q', string | undefined>): string | undefined =>
  code ?? readScanned(q, text => readCode(text)?.['k'])
