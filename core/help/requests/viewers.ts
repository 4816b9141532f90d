import { isOpen, type Case, type Entry, type Helper } from './case'
import { omit } from '../../shared/fields'
import { calledName } from '../../shared/least'
import { reachOf, type Standing } from '../../shared/reach'
import type { Act, Happening, HelperRole, Viewer } from './states'
import { stillAsked } from './ladder'

/**
 * As which viewer a person of this standing sees a request; null: not at all. Officers see it from the desk, unless it is their own or they
 * have it. What the request remembers of a person (asked, raised it, had it) counts only beside what they are now.
 */
export const viewerOf = (request: Case, memberId: string, standing: Standing): Viewer | null => {
  const { own, office, paired, holds, asked } = standing
  if (request.memberId === memberId) return 'elder'
  if (request.raisedBy.memberId === memberId && !office && (own || paired || holds)) return 'elder'
  // Once it is over, a helper who is also an officer sees it as the desk does.
  const inHand = isOpen(request) || request.state === 'done' || !office
  if (inHand && request.owner?.memberId === memberId) return 'owner'
  if (inHand && request.second?.memberId === memberId) return 'second'
  if ((asked || paired || office) && isAsked(request, memberId)) return 'asked'
  if (office) return 'desk'
  if (own) return 'elder'
  return (asked || paired) && request.asked.some(one => one.memberId === memberId) ? 'past' : null
}

const isAsked = (request: Case, memberId: string): boolean => {
  if (!isOpen(request)) return false
  if (!request.owner) return stillAsked(request).some(one => one.memberId === memberId)
  return request.secondWanted && !request.second && request.asked.some(one => one.second && !one.declined && one.memberId === memberId)
}

/** May the viewer see who it is, the words and the place, and ring? Those who know the elder always, a helper while they have it. */
export const seesWhole = (viewer: Viewer, standing: Standing): boolean => viewer === 'elder' || reachOf(standing) === 'whole'

const deskOnly: readonly Happening[] = ['declined', 'at-risk', 'broken', 'nobody']
const elders: readonly Happening[] = ['raised', 'said-more', 'asked', 'taken', 'second', 'on-the-way', 'note', 'planned', 'handed-over', 'assigned', 'by-default', 'done', 'confirmed', 'reopened', 'closed-silently', 'cancelled', 'nobody', 'broken'] // prettier-ignore
const takes: readonly Happening[] = ['taken', 'second', 'assigned', 'by-default']
const passers: readonly Happening[] = ['raised', 'taken', 'assigned', 'by-default', 'closed-silently', 'confirmed', 'cancelled']

/**
 * The viewer's part of the timeline: the desk sees all of it; the elder not why a helper could not come; a helper who is no longer
 * concerned only how it ended. Where they do not see the whole (`whole`), neither words nor the names of the elder and those around them.
 */
export const partOf = (request: Case, viewer: Viewer, memberId: string, whole: boolean): Omit<Entry, 'n'>[] => {
  const mine = (entry: Entry) => entry.by?.memberId === memberId || entry.whom?.some(one => one.memberId === memberId) === true
  const shown = (entry: Entry): boolean => {
    if (viewer === 'desk') return true
    if (viewer === 'elder') return elders.includes(entry.what)
    if (viewer === 'past' || !whole) return passers.includes(entry.what) || mine(entry)
    return !deskOnly.includes(entry.what) || mine(entry)
  }
  return request.timeline.filter(shown).map(entry => {
    const { text, voiceFileId, photoFileIds, stars, whom, by } = entry
    const bare = omit(entry, 'n', 'commandId', 'lost', 'text', 'voiceFileId', 'photoFileIds', 'stars', 'whom')
    const named = whom ? { whom } : {}
    const own = by?.memberId === memberId
    if (!whole) {
      // Their own words; else what happened and which helper has it, and the elder's side only as one speaks of them.
      const seen = takes.includes(entry.what) || own ? whom : whom?.filter(one => one.memberId === memberId)
      const told = own ? by : by && entry.role === undefined ? { ...by, name: calledName(request.name) } : undefined
      return { ...omit(bare, 'by'), ...(told ? { by: told } : {}), ...(own && text ? { text } : {}), ...(seen ? { whom: seen } : {}) }
    }
    if (viewer === 'past') return { ...bare, ...(own && text ? { text } : {}), ...(passers.includes(entry.what) ? named : {}) }
    // The reason is for the desk and the helper who gave it back.
    if (viewer === 'elder' && entry.what === 'handed-over') return { ...bare, ...named }
    return {
      ...bare,
      ...named,
      ...(text ? { text } : {}),
      ...(voiceFileId === undefined ? {} : { voiceFileId }),
      ...(photoFileIds ? { photoFileIds } : {}),
      ...(stars === undefined ? {} : { stars }),
    }
  })
}

/** The buttons of the viewer's screen. `assigns`: they hold an office that may give it to a helper. */
export const actsOf = (request: Case, viewer: Viewer, assigns: boolean): Act[] => {
  const open = isOpen(request)
  const elder: Act[] =
    viewer === 'elder'
      ? [...(request.state === 'done' || (open && request.owner) ? (['confirm'] as const) : []), ...(open ? (['cancel'] as const) : [])]
      : []
  const more: Act[] = open && viewer === 'elder' ? ['sayMore'] : []
  const holding: Act[] = open && (viewer === 'owner' || viewer === 'second') ? ['progress', 'done', 'handOver'] : []
  const owner: Act[] =
    open && viewer === 'owner' ? [...(request.second || request.secondWanted ? [] : (['askSecond'] as const)), 'plan'] : []
  const asked: Act[] =
    viewer === 'asked'
      ? ['accept', 'decline']
      : viewer === 'desk' && open && !request.owner
        ? ['accept']
        : viewer === 'past' && open && !request.owner
          ? ['accept']
          : []
  return [...elder, ...more, ...asked, ...holding, ...owner, ...(assigns && open ? (['reassign'] as const) : [])]
}

type Callable = Omit<Helper, 'role'> & { role: HelperRole | 'elder' }

/**
 * The people the viewer may ring about it now: elder and helpers each other while it is running; the desk and the elder also those asked, and
 * the officer who chases a broken promise.
 */
export const callableBy = (request: Case, viewer: Viewer, memberId: string, whole: boolean, chaser?: Helper): Callable[] => {
  if (!whole) return []
  const live = isOpen(request) || request.state === 'done'
  const elder: Callable = { memberId: request.memberId, name: request.name, role: 'elder' }
  const holders: Callable[] = live ? [request.owner, request.second].filter(one => one !== null) : []
  const asked: Callable[] = viewer === 'desk' || viewer === 'elder' ? (request.owner ? [] : stillAsked(request)) : []
  const chasing = chaser && (viewer === 'desk' || viewer === 'elder') ? [chaser] : []
  const all = [...(viewer === 'elder' ? [] : [elder]), ...holders, ...asked, ...chasing].map(({ memberId: id, name, role }) => ({
    memberId: id,
    name,
    role,
  }))
  return all.filter((one, index) => one.memberId !== memberId && all.findIndex(other => other.memberId === one.memberId) === index)
}

/** The first words of a request, for a list. */
export const firstWords = (text: string): string => {
  const letters = Array.from(text)
  return letters.length <= 40 ? text : `${letters.slice(0, 39).join('')}…`
}
