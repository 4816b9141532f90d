/** The cloud of the desk can be set to another day; its phones go by the cloud's clock, real phones by their own. */
let ahead = 0

const isClock = (value: unknown): value is { now: number } =>
  typeof value === 'object' && value !== null && 'now' in value && typeof value.now === 'number'

/** Milliseconds since the epoch, as the cloud counts them. For showing only: the cloud judges by its own clock. */
export const now = (): number => Date.now() + ahead

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
