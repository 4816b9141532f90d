import { mergeSpans, type Span } from './spans'

/** What a phone has played and not yet told, and where it is. */
export interface Track {
  /** In seconds with parts, in the order in which they were played. */
  spans: readonly Span[]
  /** The span that goes on while it plays. */
  open: Span | null
  at: number
  /** The phone's clock when it last heard where the player is, ms. */
  wall: number
}

export const startTrack = (at: number, wall: number): Track => ({ spans: [], open: null, at, wall })

/** How much faster than the clock a position may move and still be played: phones that play in their sleep tell of it in one leap. */
const FASTEST = 2
const SLACK = 2

/** The player says where it is. Played on from where it was, the span goes on; after a leap another begins. */
export const heardAt = ({ spans, open, at, wall }: Track, now: number, clock: number): Track => {
  const moved = now - at
  const isOn = open !== null && moved >= 0 && moved <= ((clock - wall) / 1000) * FASTEST + SLACK
  if (isOn) return { spans, open: { from: open.from, to: now }, at: now, wall: clock }
  return { spans: open ? [...spans, open] : spans, open: { from: now, to: now }, at: now, wall: clock }
}

/** It was stopped, or moved by hand to another place: what plays then is another span. */
export const brokenOff = ({ spans, open, at }: Track, clock: number, to = at): Track => ({
  spans: open ? [...spans, open] : spans,
  open: null,
  at: to,
  wall: clock,
})

/** What is to be told, in whole seconds, and the track from there on. What could not be told is put back with `untold`. */
export const takeSpans = (track: Track, length: number): { spans: Span[]; rest: Track } => {
  const played = [...track.spans, ...(track.open ? [track.open] : [])].filter(({ from, to }) => to > from)
  const whole = played.map(({ from, to }) => ({ from: Math.floor(from), to: Math.ceil(to) }))
  const open = track.open && { from: track.open.to, to: track.open.to }
  return { spans: mergeSpans(whole, length), rest: { ...track, spans: [], open } }
}

/** Puts back what did not reach the cloud. */
export const untold = (track: Track, spans: readonly Span[]): Track => ({ ...track, spans: [...spans, ...track.spans] })
