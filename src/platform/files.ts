import { phoneNow } from './clock'

const addresses = new Map<string, { url: string; until: number }>()
/** An address is good for an hour; it is given up a little before. */
const GOOD_FOR_MS = 50 * 60_000

/** Notes where the files of an answer can be fetched. One that is still good stays, so that a picture on the screen is not loaded again. */
export const noteAddresses = (files: object) => {
  const now = phoneNow()
  for (const [fileId, url] of Object.entries(files))
    if (typeof url === 'string' && (addresses.get(fileId)?.until ?? 0) <= now) addresses.set(fileId, { url, until: now + GOOD_FOR_MS })
}

/** What an `Image` shows for a stored file: the address that came with its id; for one's own upload the id itself. The desk serves files under `/files/`. */
export const shownFile = (fileId: string): string => {
  if (process.env.TARO_ENV === 'h5') return fileId.replace(/^cloud:\/\/[^/]+\//, '/files/')
  const known = addresses.get(fileId)
  return known && known.until > phoneNow() ? known.url : fileId
}
