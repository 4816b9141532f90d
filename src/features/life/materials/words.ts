import type { Given } from '../../../platform/call'

export type MaterialItem = Given<'material.list'>['items'][number]

/** 收到 60 份，发出 40 份，还剩 20 份. */
export const sayStock = ({ received, given, remaining }: Pick<MaterialItem, 'received' | 'given' | 'remaining'>): string =>
  `收到 ${String(received)} 份，发出 ${String(given)} 份，还剩 ${String(remaining)} 份`
