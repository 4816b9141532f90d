import { logFault } from '../../../kernel/log'
import type { Ports } from '../../../kernel/ports'
import { pictureOf, type Picture } from '../../../papers/picture'
import type { Entry } from './entry'

/** What a Word file and one call can carry: photos, their bytes, and the time after which no further one is fetched, in ms. */
const [MOST, MOST_BYTES, LONGEST_MS] = [120, 15_000_000, 9_000]

/** One that the storage does not give is left out, and the book says that it is. */
const read = async ({ files }: Pick<Ports, 'files'>, fileId: string): Promise<Picture | null> => {
  try {
    return pictureOf(await files.read(fileId))
  } catch (error) {
    logFault(error, { book: 'photo' })
    return null
  }
}

/** The photos of these meetings, meeting by meeting, as far as they fit. */
export const photosFor = async (ports: Pick<Ports, 'files' | 'elapsed'>, entries: readonly Entry[]): Promise<Map<string, Picture[]>> => {
  const found = new Map<string, Picture[]>()
  let [count, bytes] = [0, 0]
  for (const { activityId, photoFileIds } of entries) {
    if (count >= MOST || bytes >= MOST_BYTES || ports.elapsed() > LONGEST_MS) break
    const pictures = (await Promise.all(photoFileIds.map(fileId => read(ports, fileId)))).filter(one => one !== null)
    count += pictures.length
    bytes += pictures.reduce((sum, one) => sum + one.content.length, 0)
    found.set(activityId, pictures)
  }
  return found
}
