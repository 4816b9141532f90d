import { Organizations, type Organization } from '../documents'
import type { Context } from '../use-case'

type Acting = Pick<Context<'org.appoint'>, 'store' | 'now' | 'actor' | 'commandId'>

/** One row of an organization's history. */
export const historyRow = ({ now, actor, commandId }: Acting, what: string): Organization['history'][number] => ({
  at: now,
  by: actor.memberId ?? actor.openid,
  what,
  commandId,
})

/** Adds a row to the history, once for one command. */
export const remember = (acting: Acting, org: Organization, what: string) =>
  acting.store
    .table(Organizations)
    .update({ _id: org._id, 'history.commandId': { not: acting.commandId } }, { push: { history: historyRow(acting, what) } })
