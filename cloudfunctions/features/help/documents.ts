import { movesAndMeets } from '../../kernel/takeover'
import type { Case } from '../../../core/help/requests/case'
import type { Settings } from '../../../core/help/requests/contract-views'
import type { Filing } from '../../../core/help/requests/filing'
import type { Instant } from '../../../core/shared/operation'
import { by, collection, unique } from '../../kernel/collection'
import { everywhere, stays } from '../../kernel/departures'
import type { Actor } from '../../kernel/identity'

/** A request (P30) with the fields that its indexes read. */
export interface HelpRequest extends Case, Filing {}

/** Dispatch settings of one organization and everything below it. */
export interface DispatchSettings extends Settings {
  _id: string
  name: string
  by: Actor
  at: Instant
}
export const AllDispatchSettings = collection('dispatch-settings', {
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<DispatchSettings>()
export const Requests = collection('requests', {
  indexes: [
    by('due', 'nextDueAt', '_id'),
    unique('sameness', 'sameness'),
    by('elder', 'memberId', 'raisedAt', '_id'),
    by('concerned', 'concerned', 'open', 'rank', '_id'),
    by('owner', 'owner.memberId', 'open'),
    by('desk', 'desks', 'rank', '_id'),
    by('rows', 'scopes', 'month', 'raisedAt', '_id'),
    by('risk', 'scopes', 'month', 'risk', 'raisedAt', '_id'),
    by('signs', 'visitSigns.at'),
  ],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['memberId', 'concerned', 'owner.memberId'], {
    once: { party: [], concerned: [], asked: [] },
    version: 'version',
  }),
}).of<HelpRequest>()
