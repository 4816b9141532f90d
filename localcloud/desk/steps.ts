import { oneDocument, type Invocation, type Step } from './cloud'
import type { Phones } from './phones'
import { controlOn, pageOn, shows } from './screen'
import { createStepsRail } from './steps-rail'

interface Parts {
  steps: readonly Step[]
  phones: Phones
  /** Cloud time, ms. */
  now: () => number
  goTo: (target: number, fine?: number) => Promise<void>
}

export interface Steps {
  /** Takes notice of a call that has been answered. */
  heard: (call: Invocation) => void
}

/** How often it looks at the phones, ms. */
const LOOK_MS = 300
/** How long the phone may take to show the page with what is to be kept, ms. */
const KEEP_MS = 4000
/** Before the moment of a step every timer of so long fires, ms; earlier ones hourly, so that the way there is short. */
const FINE_MS = 10 * 60_000

/** One step under way. */
interface Running {
  index: number
  step: Step
  /** Whether it is known when it can be done. */
  isReady: boolean
  /** Its pages were opened. */
  isOpen: boolean
  /** When its operation succeeded (ms of the page); undefined before. */
  doneAt: number | undefined
  /** When it can be done, cloud time; undefined where it always can. */
  moment: number | undefined
}

/**
 * Leads through the steps: opens the page of each on its phone, points at the control, and goes on when the thing has really happened. It only
 * looks on: whatever else is done meanwhile is done.
 */
export function createSteps(place: HTMLElement, { steps, phones, now, goTo }: Parts): Steps {
  let running: Running | undefined
  /** What pages have told on the way, such as the id of what was made. */
  let kept: Record<string, string> = {}

  const rail = createStepsRail(place, steps, {
    onBegin: () => {
      kept = {}
      phones.seat([...new Set(steps.flatMap(step => [step.openid, ...(step.beside === undefined ? [] : [step.beside.openid])]))])
      begin(0)
    },
    onOpen: openPages,
    onSkip: () => begin((running?.index ?? 0) + 1),
    onMoment: () => goTo(running?.moment ?? now(), FINE_MS),
    onAway: () => {
      running = undefined
      phones.pointAtNothing()
      phones.fit()
    },
  })

  /** A text with what was kept in the place of its names; undefined where something is not known. */
  const filled = (text: string) => {
    const whole = text.replace(/\{(\w+)\}/g, (name, key: string) => kept[key] ?? name)
    return /\{\w+\}/.test(whole) ? undefined : whole
  }

  function begin(index: number): void {
    phones.pointAtNothing()
    const step = steps[index]
    running = step && { index, step, isReady: false, isOpen: false, doneAt: undefined, moment: undefined }
    rail.show(index)
    if (running !== undefined) void findMoment(running)
  }

  function openPages(): void {
    if (running === undefined) return
    const { step } = running
    for (const { openid, page } of [step, ...(step.beside === undefined ? [] : [step.beside])]) {
      const wanted = filled(page)
      const frame = phones.of(openid)?.frame
      if (wanted === undefined || wanted === '' || (frame !== undefined && shows(frame, wanted))) continue
      phones.open(openid, wanted)
    }
  }

  async function findMoment(own: Running): Promise<void> {
    const { moment } = own.step
    const id = moment && filled(moment.id)
    if (moment !== undefined && id !== undefined) {
      const document = await oneDocument(moment.collection, JSON.stringify(id)).catch(() => undefined)
      const value = document && numberIn(document.text, moment.field)
      if (value !== undefined) own.moment = value + moment.plus
    }
    own.isReady = true
  }

  /** Has it happened, and is all known that is to be kept of it? */
  function isDone({ step, doneAt }: Running): boolean {
    const frame = phones.of(step.openid)?.frame
    const page = frame && pageOn(frame)
    if ('page' in step.done ? page?.path !== step.done.page : doneAt === undefined) return false
    for (const name of step.keeps) {
      const value = page?.asked.get(name)
      if (typeof value === 'string') kept[name] = value
    }
    return step.keeps.every(name => kept[name] !== undefined) || performance.now() - (doneAt ?? 0) > KEEP_MS
  }

  function look(): void {
    if (running?.isReady !== true) return
    if (isDone(running)) {
      begin(running.index + 1)
      return
    }
    const { step, moment } = running
    const isEarly = moment !== undefined && now() < moment
    // What is shown before its time, such as a code that changes, would not be of that time.
    if (!isEarly && !running.isOpen) {
      running.isOpen = true
      openPages()
    }
    const phone = phones.of(step.openid)
    const control = isEarly || phone === undefined ? undefined : controlOn(phone.frame, step.press)
    phone?.pointAt(control)
    phone?.pointAtScan(step.scans && !isEarly)
    const isAway = step.press.length > 0 && control === undefined
    rail.offer({ moment: isEarly ? step.moment?.words : undefined, open: isAway || phone === undefined })
  }
  setInterval(look, LOOK_MS)

  return {
    heard({ op, openid, ok, refused }) {
      if (running === undefined || !('op' in running.step.done)) return
      const isIt = op === running.step.done.op && openid === running.step.openid && ok && refused === undefined
      if (isIt) running.doneAt ??= performance.now()
    },
  }
}

/** The number in that field of a document. */
function numberIn(text: string, field: string): number | undefined {
  const fields: unknown = JSON.parse(text)
  const value: unknown = typeof fields === 'object' && fields !== null ? Reflect.get(fields, field) : undefined
  return typeof value === 'number' ? value : undefined
}
