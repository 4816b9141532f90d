import type { activities as contract } from '../../../../core/life/activities/contract'
import { countTold } from '../../../../core/life/activities/told'
import type { Instant, Output } from '../../../../core/shared/operation'
import { Messages } from '../../../kernel/documents'
import { accountsOf, messageId } from '../../../kernel/tell'
import type { NoticeKind } from '../../../../core/shared/notices'
import type { Activity } from '../documents'
import type { Handlers } from '../use-case'
import { idsOf, invitedTo } from './invited'
import { readerOf } from './readers'

type Told = NonNullable<Output<(typeof contract)['activity.told']>['told']>

/** One telling, by the ids of its rows; those reminded alone, where it was a reminder. */
interface Telling {
  what: Told['what']
  kind: NoticeKind
  about: string
  at: Instant
  memberIds?: readonly string[]
}

/** What people were told of last; an act that may still be taken back is not among it. */
const latest = (activity: Activity): Telling => {
  const { createdAt, changes = [], untold = [], cancelledAt, reminders } = activity
  const waits = new Set(untold.map(one => one.actId))
  const tellings: Telling[] = [
    { what: 'published', kind: 'activity-published', about: 'published', at: createdAt },
    ...changes
      .filter(one => !waits.has(one.commandId))
      .map(one => ({ what: 'changed' as const, kind: 'activity-changed' as const, about: `v${String(one.version)}`, at: one.at })),
    ...(reminders?.recent ?? []).map(({ round, at, memberIds }) => ({
      ...{ what: 'reminded' as const, kind: 'activity-remind' as const, about: `r${String(round)}`, at, memberIds },
    })),
    ...(cancelledAt !== undefined && !waits.has(activity.cancelCommand ?? '')
      ? [{ what: 'cancelled' as const, kind: 'activity-cancelled' as const, about: 'cancelled', at: cancelledAt }]
      : []),
  ]
  return tellings.reduce((last, one) => (one.at >= last.at ? one : last))
}

const untoldOf = ({ untold, tellDue }: Activity) => {
  const act = untold?.at(-1)
  return act && tellDue !== undefined ? { actId: act.actId, act: act.act, until: tellDue } : null
}

export const told: Handlers<Pick<typeof contract, 'activity.told'>> = {
  async 'activity.told'(_, { store, subject }) {
    const telling = latest(subject)
    const invited = await invitedTo(store, subject)
    const memberIds = telling.memberIds ?? [...new Set([...idsOf(invited), ...subject.signups.map(one => one.memberId)])]
    const ids = memberIds.map(memberId => messageId({ kind: telling.kind, about: `${subject._id}:${telling.about}` }, memberId))
    const [rows, accounts] = await Promise.all([store.table(Messages).getMany(ids), accountsOf({ store }, memberIds)])
    const { call, ...counts } = countTold(rows, new Set(accounts.flatMap(one => one.people)))
    const rung = new Set(call)
    return {
      untold: untoldOf(subject),
      told:
        rows.length === 0
          ? null
          : { what: telling.what, at: telling.at, ...counts, call: invited.filter(one => rung.has(one._id)).map(one => readerOf(one)) },
    }
  },
}
