import clockIcon from 'lucide-static/icons/clock.svg'
import { clock, moveClock, type ClockChange, type ClockState } from './cloud'
import { button, el, heading, reasonOf } from './dom'
import { clockText, dayText, fromInput, shortText, toInput } from './time'

export interface ClockPanel {
  /** Takes the state that the cloud tells. */
  show: (state: ClockState) => void
  /** Says which timers fired. */
  said: (change: ClockChange) => void
  refresh: () => Promise<void>
  /** Goes to an instant (ms), as by the panel's own buttons; in the last `fine` ms before it every timer fires. */
  goTo: (target: number, fine?: number) => Promise<void>
  now: () => number
}

const STEPS = [
  ['+10 分钟', 10 * 60_000],
  ['+1 小时', 3600_000],
  ['+1 天', 24 * 3600_000],
] as const

/** What one timer did: when last, how often, with what success. */
function lineOf(fired: ClockChange['fired']): string {
  const last = fired.at(-1)
  if (last === undefined) return ''
  const failed = fired.filter(({ ok }) => !ok).length
  const often = fired.length === 1 ? '' : `（共 ${fired.length} 次）`
  const result = failed === 0 ? '✓ 完成' : fired.length === 1 ? '✗ 出错' : `✗ ${failed} 次出错`
  return `${shortText(last.at)}　${last.functionName} · ${last.triggerName}${often}　${result}`
}

/** The cloud's clock: what it shows, how it is moved, which timers fired on the way. */
export function createClockPanel(place: HTMLElement): ClockPanel {
  let state: ClockState & { heardAt: number } = { now: Date.now(), frozen: false, heardAt: performance.now() }
  let isMoving = false
  /** What the last jump from here has fired: the cloud tells everybody of it, and this panel has told it already. */
  let ownFired = ''
  const now = () => (state.frozen ? state.now : state.now + performance.now() - state.heardAt)

  const time = el('p', { class: 'now', 'data-clock': 'time' })
  const day = el('p', { class: 'day' })
  const said = el('div', { class: 'said', role: 'status' })
  const at = el('input', { type: 'datetime-local', 'aria-label': '把时间设到' })
  const steps = STEPS.map(([label, ms]) => button(label, () => void move({ advance: ms })))
  const set = button('设定', () => {
    const target = fromInput(at.value)
    if (Number.isNaN(target)) say('请先填好日期和时间')
    else void move({ now: target })
  })
  const freeze = button('', () => void move({ frozen: !state.frozen }))
  const buttons = [...steps, set, freeze]

  const draw = () => {
    time.textContent = clockText(now())
    day.textContent = `${dayText(now())}，${state.frozen ? '时间停着' : '时间在走'}`
    const label = state.frozen ? '让时间走起来' : '让时间停住'
    if (freeze.textContent !== label) freeze.textContent = label
  }
  const say = (text: string, ...more: Node[]) => said.replaceChildren(text, ...more)
  const show = (next: ClockState) => {
    state = { now: next.now, frozen: next.frozen, heardAt: performance.now() }
    if (document.activeElement !== at) at.value = toInput(next.now)
    draw()
  }

  async function move(change: Parameters<typeof moveClock>[0]): Promise<void> {
    isMoving = true
    for (const one of buttons) one.disabled = true
    if (change.frozen === undefined) say('正在走到那个时刻，途中的定时任务会依次执行……')
    try {
      const done = await moveClock(change)
      ownFired = JSON.stringify(done.fired)
      show(done)
      if (change.frozen === undefined) tell(done)
      else say(done.frozen ? '时间已停住。' : '时间走起来了。')
    } catch (error) {
      say(`没有调成：${reasonOf(error)}。时间没有变，请再按一次。`)
    } finally {
      isMoving = false
      for (const one of buttons) one.disabled = false
    }
  }

  function tell({ now: reached, fired }: ClockChange): void {
    if (fired.length === 0) {
      say(`现在是 ${shortText(reached)}，途中没有定时任务。`)
      return
    }
    const timerOf = ({ functionName, triggerName }: ClockChange['fired'][number]) => `${functionName} · ${triggerName}`
    const timers = [...new Set(fired.map(timerOf))]
    const lines = timers.map(timer => el('li', {}, lineOf(fired.filter(one => timerOf(one) === timer))))
    say(`现在是 ${shortText(reached)}，途中执行了 ${fired.length} 次定时任务：`, el('ol', {}, ...lines))
  }

  place.append(
    heading('clock-title', clockIcon, '云上的时间'),
    el('div', { class: 'moment' }, time, day, freeze),
    el('div', { class: 'row' }, ...steps, at, set),
    said,
  )
  draw()
  setInterval(draw, 250)
  return {
    show,
    said(change) {
      show(change)
      // Time that runs fires something every minute, and one line is enough for that; what a jump fired is told by the button that jumped.
      const isOwn = isMoving || JSON.stringify(change.fired) === ownFired
      if (change.fired.length > 0 && !isOwn) say(`刚执行：${lineOf(change.fired)}`)
    },
    refresh: async () => show(await clock()),
    goTo: (target, fine) => move({ now: target, ...(fine === undefined ? {} : { fine }) }),
    now,
  }
}
