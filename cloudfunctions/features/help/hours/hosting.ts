import { overlap, type Hours } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Hostings, type Hosting, type Saving } from './documents'

/**
 * The times of one host stand in several documents, and two officers who save such at once cannot see each other there. So what is about to be written is noted on the
 * host first, by one conditional write on what the note said when the times were judged: of two the second judges again, by the note of the first. A note is taken
 * off once the times stand, and one of a save that was cut off is not believed for longer than a function lives.
 */
const UNDER_WAY = 60_000
/** So many looks at a note that lies upon the times: what it announces mostly stands by then, or was given up. */
const MOST_LOOKS = 40

const noted = (row: Hosting | undefined, now: Instant) => (row?.saving ?? []).filter(one => one.at > now - UNDER_WAY)

const note = async (store: Store, hostId: string, seen: Hosting | undefined, saving: readonly Saving[]): Promise<boolean> => {
  const table = store.table(Hostings)
  if (!seen) return (await table.add({ _id: hostId, saving: [...saving], version: 1 })) === 'added'
  return table.swap(seen, { ...seen, saving: [...saving], version: seen.version + 1 }, 'version')
}

/** Times of other hours that are being saved for a host just now. */
interface BeingSaved extends Hours {
  hostId: string
  title: string
}

/** Takes the notes of these hours off again. */
export const savedFor = async (store: Store, hoursId: string, hostIds: readonly string[]): Promise<void> => {
  await store.table(Hostings).update({ _id: { in: [...new Set(hostIds)] } }, { pull: { saving: { hoursId } }, inc: { version: 1 } })
}

interface Wanted {
  hoursId: string
  title: string
  hostIds: readonly string[]
  spans: readonly Hours[]
  now: Instant
}

/**
 * Judges times for these hosts and notes what is to be written, so that no other can have judged meanwhile without seeing it. `judge` reads what stands and answers
 * the times that may be written; it throws where there are none. A note by another upon these times is waited for: who saves for two hosts may note one and
 * find the other taken, and what was never written stands in no one's way.
 */
export const reserveHosts = async <T extends { slots: readonly Hours[] }>(
  store: Store,
  { hoursId, title, hostIds, spans, now }: Wanted,
  judge: (beingSaved: readonly BeingSaved[]) => Promise<T>,
): Promise<T> => {
  const ids = [...new Set(hostIds)].sort()
  let looks = 0
  return settle(async () => {
    // What is being saved is read before what stands: what leaves the one stands in the other by then.
    const rows = await store.table(Hostings).getMany(ids)
    const others = rows.flatMap(row =>
      noted(row, now)
        .filter(one => one.hoursId !== hoursId)
        .flatMap(one => one.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, hostId: row._id, title: one.title }))),
    )
    if (others.some(one => spans.some(span => overlap(one, span))) && ++looks < MOST_LOOKS) return undefined
    const judged = await judge(others)
    const saving: Saving = { hoursId, title, slots: judged.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), at: now }
    const done: string[] = []
    for (const id of ids) {
      const row = rows.find(one => one._id === id)
      const kept = noted(row, now).filter(one => one.hoursId !== hoursId)
      if (await note(store, id, row, [...kept, saving])) done.push(id)
      else break
    }
    if (done.length === ids.length) return judged
    await savedFor(store, hoursId, done)
    return undefined
  })
}
