import { codeLink, readCode, readScanned } from '../../../platform/links'

/** What a certificate's code says. */
export const honourLink = (code: string): string => codeLink({ h: code })

/** The honour a page was opened with: its `code`, or `q` of WeChat's scanner. */
export const honourOfQuery = ({ code, q }: Record<'code' | 'q', string | undefined>): string | undefined =>
  code ?? readScanned(q, text => readCode(text)?.['h'])
