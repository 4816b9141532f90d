import { cellStandsStill, newClockCell, readCell, writeCell, type ClockCell } from '../clock-cell'
import type { Due, Schedule } from './schedule'

/** A timer that has fired: which one, for which instant (ms), and whether its function succeeded. */
export interface Firing {
  functionName: string
  triggerName: string
  at: number
  ok: boolean
}

/** The cloud's clock. All instants are ms since epoch. */
export interface Timekeeper {
  readonly cell: ClockCell
  now: () => number
  frozen: () => boolean
  /**
   * Moves the clock. Forward: every timer that becomes due on the way fires at its own instant, one after the other, before this
   * resolves with them; of a long way only the last `fine` ms instant by instant (`Schedule`). Backward: nothing fires. Whether time runs or stands still
   * stays as it was.
   */
  moveTo: (target: number, fine?: number) => Promise<Firing[]>
  advance: (ms: number, fine?: number) => Promise<Firing[]>
  /** Moves the clock forward while no timer fires, as when the platform's timers are down. */
  pass: (ms: number) => Promise<void>
  /** Lets time stand still or run on, from the present instant. */
  setFrozen: (frozen: boolean) => Promise<void>
  /** Begins again at an instant, as if no timer had ever fired. */
  begin: (at: number) => Promise<void>
  /** Starts firing timers as time runs. */
  start: () => void
  stop: () => Promise<void>
}

interface Parts {
  schedule: Schedule
  /** Brings the schedule up to date; called before time moves and every few seconds while it runs. */
  look?: (() => void) | undefined
  /** Runs the function of a due trigger; resolves whether it succeeded, never rejects. */
  fire: (due: Due) => Promise<boolean>
  /** Told of each firing and of each change of the clock. */
  onChange?: (firings: Firing[]) => void
  frozenAt?: number | undefined
}

/** The longest wait between two looks at the schedule, so that a laptop that slept and a timer that was just written catch up soon. */
const LONGEST_WAIT_MS = 2_000

export function createTimekeeper({ schedule, look, fire, onChange, frozenAt }: Parts): Timekeeper {
  const cell = newClockCell()
  if (frozenAt !== undefined) writeCell(cell, frozenAt, true, Date.now())
  const now = () => readCell(cell, Date.now())
  const frozen = () => cellStandsStill(cell)
  const set = (ms: number, still: boolean) => writeCell(cell, ms, still, Date.now())

  /** Every timer up to here has been considered. */
  let considered = now()
  let waiting: NodeJS.Timeout | undefined
  let started = false
  // One change of time at a time: two moves at once would fire timers out of order.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  async function fireUntil(until: number, atInstant: (at: number) => void, fine?: number): Promise<Firing[]> {
    const firings: Firing[] = []
    for (;;) {
      const group = schedule.nextAfter(considered, until, fine)
      const at = group[0]?.at
      if (at === undefined) break
      atInstant(at)
      considered = at
      for (const due of group) {
        schedule.markFired(due)
        firings.push({ functionName: due.trigger.functionName, triggerName: due.trigger.name, at, ok: await fire(due) })
      }
    }
    considered = until
    return firings
  }

  function wait(): void {
    clearTimeout(waiting)
    if (!started || frozen()) return
    look?.()
    const next = schedule.nextAfter(considered, Number.MAX_SAFE_INTEGER)[0]?.at ?? Infinity
    const ms = Math.max(0, Math.min(LONGEST_WAIT_MS, next - now()))
    waiting = setTimeout(() => void inTurn(catchUp), ms)
    waiting.unref()
  }

  async function catchUp(): Promise<void> {
    // Time may have been frozen while this waited for its turn; what was due by then is due all the same.
    const firings = await fireUntil(Math.max(considered, now()), () => undefined)
    if (firings.length > 0) onChange?.(firings)
    wait()
  }

  async function move(target: number, fine?: number): Promise<Firing[]> {
    look?.()
    const still = frozen()
    const firings = target > considered ? await fireUntil(target, at => set(at, true), fine) : []
    considered = target
    set(target, still)
    wait()
    onChange?.(firings)
    return firings
  }

  return {
    cell,
    now,
    frozen,
    moveTo: (target, fine) => inTurn(() => move(target, fine)),
    advance: (ms, fine) => inTurn(() => move(now() + ms, fine)),
    pass: ms =>
      inTurn(async () => {
        considered = now() + ms
        set(considered, frozen())
        wait()
        onChange?.([])
      }),
    setFrozen: still =>
      inTurn(async () => {
        if (still !== frozen()) set(now(), still)
        wait()
        onChange?.([])
      }),
    begin: at =>
      inTurn(async () => {
        schedule.forget()
        considered = at
        set(at, frozen())
        wait()
      }),
    start() {
      started = true
      wait()
    },
    async stop() {
      started = false
      clearTimeout(waiting)
      await last
    },
  }
}
