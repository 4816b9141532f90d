import type { Given } from '../../../platform/call'

export type QuietCase = Given<'case.get'>

/** What a person said who was asked. */
export const askedWords = {
  yes: { icon: 'done', tone: 'good', words: '答应了' },
  no: { icon: 'close', tone: 'soft', words: '不方便' },
  none: { icon: 'clock', tone: 'soft', words: '等答复' },
} as const
