import type { Given } from '../../../platform/call'

export type Rule = Given<'rhythm.rules'>['items'][number]

export const perWords: Readonly<Record<Rule['per'], string>> = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' }
