import { type RequestKind, requestKindWords } from '../../shared/request-kinds'
import type { Danger } from './dangers'

/** The dangers that have a picture of their own, first of all that can be asked for. */
export const emergencies = ['illness', 'fall', 'fire'] as const satisfies readonly Danger[]
export type Emergency = (typeof emergencies)[number]

export const emergencyWords: Readonly<Record<Emergency, string>> = { illness: '急病', fall: '摔倒', fire: '火灾' }

/** What is asked for, in a word: 漏水, 摔倒. */
export const titleOf = ({ kind, emergency }: { kind: RequestKind; emergency?: Emergency | undefined }): string =>
  emergency ? emergencyWords[emergency] : requestKindWords[kind]
