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

/** Pixels of a point on a sharp screen, as far as an eye of eighty years tells them apart. */
const SHARP = 2

/** As `shownFile`, for a picture that is shown so many points wide: the cloud's storage makes it smaller where that is asked for behind its address. */
export const sizedFile = (fileId: string, points: number): string => {
  const address = shownFile(fileId)
  return /^https:.*\?/.test(address) ? `${address}&imageMogr2/thumbnail/${String(points * SHARP)}x` : address
}
