import { Progress } from '../documents'
import type { Context } from '../use-case'

/** How far a preview has come; nothing yet where its command has not arrived. */
export const progress = async (
  { commandId }: { commandId: string },
  { store, openid, fail }: Context<'roster.progress'>,
): Promise<{ done: number; total: number }> => {
  const mark = await store.table(Progress).get(commandId)
  if (mark && mark.openid !== openid) return fail('NOT_FOUND')
  return { done: mark?.done ?? 0, total: mark?.total ?? 0 }
}
