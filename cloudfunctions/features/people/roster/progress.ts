import { commandIdOf } from '../../../kernel/command'
import { Progress } from './documents'
import type { Context } from '../use-case'

/** How far a preview of the caller's, or the import of it, has come; nothing yet where its command has not arrived. */
export const progress = async (
  { commandId }: { commandId: string },
  { store, openid }: Context<'roster.progress'>,
): Promise<{ done: number; total: number }> => {
  const mark = await store.table(Progress).get(commandIdOf('roster.preview', openid, commandId))
  return { done: mark?.done ?? 0, total: mark?.total ?? 0 }
}
