/** The cloud of the desk can be set to another day; its phones go by the cloud's clock, real phones by their own. */
let ahead = 0

const isClock = (value: unknown): value is { now: number } =>
  typeof value === 'object' && value !== null && 'now' in value && typeof value.now === 'number'

/** How far the cloud's clock is ahead of this phone's, as its answers told; phones of old people are often wrong by hours. */
let behind = 0

/** The phone's own clock in ms since the epoch, right or wrong: for what is sent together with the hour of sending, by which the cloud corrects it. */
export const phoneNow = (): number => Date.now() + ahead

/** An instant of the phone's own clock as the cloud counts it, as far as that is known. */
export const byCloud = (at: number): number => at + behind

/** Milliseconds since the epoch, as the cloud counts them. For showing only: the cloud judges by its own clock. */
export const now = (): number => byCloud(phoneNow())

/** A clock that is wrong by less does no harm, and an answer's way takes as long at times. */
const HARMLESS_MS = 60_000

/** The cloud said what time it is, in answer to a question asked and heard at these instants of the phone's own clock. */
export const cloudSaid = (at: number, askedAt: number, heardAt: number) => {
  const off = at - (askedAt + heardAt) / 2
  behind = Math.abs(off) <= (heardAt - askedAt) / 2 + HARMLESS_MS ? 0 : off
}

const waiting = new Set<() => void>()

/** To be told when the desk's clock has been moved: what was true an hour ago may not be so now. Gives back how to be told no more. */
export const onClockMoved = (heard: () => void): (() => void) => {
  waiting.add(heard)
  return () => waiting.delete(heard)
}

// The desk tells its phones when the clock is moved.
if (process.env.TARO_ENV === 'h5') {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isClock(data) || !('kind' in data) || data.kind !== 'clock') return
    ahead = data.now - Date.now()
    for (const heard of waiting) heard()
  })
}

/** Sets the phone's clock by the desk's. */
export const setClock = async (): Promise<void> => {
  if (process.env.TARO_ENV !== 'h5') return
  try {
    const said: unknown = await (await fetch('/clock')).json()
    if (isClock(said)) ahead = said.now - Date.now()
  } catch (error) {
    console.error('The clock of the desk could not be read', error)
  }
}
