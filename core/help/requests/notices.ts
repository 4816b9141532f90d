import { type Case, type Entry, isOpen } from './case'
import { closing } from './notices/closing'
import { doing } from './notices/doing'
import { type Desks, type Notice, sceneOf, type Tells } from './notices/scene'
import { seeking } from './notices/seeking'

export { type Desks, type Notice, roleNames } from './notices/scene'

const tells: Tells<Entry['what']> = { ...seeking, ...doing, ...closing }

/** All tellings that follow from one line of the timeline. Telling the same line twice is one message each (`about`). */
export const noticesOf = (request: Case, entry: Entry, desks: Desks): Notice[] => tells[entry.what](sceneOf(request, entry, desks))

/** Everything that has not been told yet. What was overtaken in the meantime (asked, then taken) is told quietly. */
export const untold = (request: Case, desks: Desks): Notice[] =>
  request.timeline
    .filter(entry => entry.n > request.toldUpTo)
    .flatMap(entry => noticesOf(request, entry, desks).map(one => (isOvertaken(request, entry) ? { ...one, quiet: true } : one)))
    .filter(one => one.memberIds.length > 0)

const isOvertaken = (request: Case, entry: Entry): boolean =>
  (entry.what === 'asked' || entry.what === 'rang') && (request.owner !== null || !isOpen(request))
