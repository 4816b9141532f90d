import { readCode, readScanned } from '../../../platform/links'

/** The partner unit a page was opened with: its `code`, or `q` of WeChat's scanner. */
export const partnerOfQuery = ({ code, q }: Record<'code' | 'q', string | undefined>): string | undefined =>
  code ?? readScanned(q, text => readCode(text)?.['u'])
