import doneIcon from 'lucide-static/icons/circle-check.svg'
import footprints from 'lucide-static/icons/footprints.svg'
import type { Step } from './cloud'
import { button, byId, el, heading, icon } from './dom'

interface Told {
  onBegin: () => void
  /** Shows the page of the step again. */
  onOpen: () => void
  onSkip: () => void
  onMoment: () => Promise<void>
  /** It was left or put away. */
  onAway: () => void
}

export interface StepsRail {
  /** Shows that this step is under way, those before it done; beyond the last, that all are. */
  show: (index: number) => void
  /** What helps on right now: going to the step's moment, or opening its page. */
  offer: (help: { moment: string | undefined; open: boolean }) => void
}

/** Where it is remembered that the steps were put away. */
const AWAY = 'desk-steps-away'

/** The steps in the order in which they are done, what to do now, and how to leave or begin again. Without steps there is nothing. */
export function createStepsRail(place: HTMLElement, steps: readonly Step[], told: Told): StepsRail {
  const items = steps.map(({ words, hint }, index) => {
    const mark = el('span', { class: 'mark', 'aria-hidden': 'true' }, String(index + 1))
    const state = el('span', { class: 'step-state' })
    const more = el('p', { class: 'step-hint' }, hint)
    return { root: el('li', {}, mark, el('div', {}, el('p', { class: 'step-words' }, words, state), more)), mark, state, more }
  })
  const said = el('p', { class: 'steps-said', role: 'status' })
  const start = button('带我试一试', () => told.onBegin(), { class: 'button main' })
  const moment = button('', () => void goToMoment(), { class: 'button main' })
  const open = button('在手机上打开', told.onOpen)
  const skip = button('跳过这一步', told.onSkip)
  const leave = button('先不试了', () => rest())
  const away = button('收起', () => putAway(true))
  const back = byId('show-steps')

  place.append(
    heading('steps-title', footprints, '一分钟试一试'),
    el('ol', { class: 'steps' }, ...items.map(({ root }) => root)),
    said,
    el('div', { class: 'steps-acts' }, start, moment, open, skip, leave, away),
  )

  const isOver = (at: number) => at >= steps.length
  const draw = (at: number | undefined) => {
    for (const [index, { root, mark, state, more }] of items.entries()) {
      const [isNow, isDone] = [index === at, at !== undefined && index < at]
      root.classList.toggle('done', isDone)
      if (isNow) root.setAttribute('aria-current', 'step')
      else root.removeAttribute('aria-current')
      mark.replaceChildren(isDone ? icon(doneIcon) : String(index + 1))
      state.textContent = isDone ? '，好了' : ''
      more.hidden = !isNow
    }
    const isRunning = at !== undefined && !isOver(at)
    start.hidden = isRunning
    start.textContent = at === undefined ? '带我试一试' : '从头再来'
    skip.hidden = leave.hidden = !isRunning
    away.hidden = isRunning
    moment.hidden = open.hidden = true
    const step = at === undefined ? undefined : steps[at]
    said.textContent =
      at === undefined
        ? ''
        : step === undefined
          ? '都走完了。接着随便点，每部手机都是真的在用。'
          : `第 ${at + 1} 步，共 ${steps.length} 步：${step.words}。`
  }
  const rest = () => {
    draw(undefined)
    told.onAway()
    start.focus()
  }
  const putAway = (isAway: boolean) => {
    place.hidden = isAway
    back.hidden = !isAway
    if (isAway) localStorage.setItem(AWAY, '1')
    else localStorage.removeItem(AWAY)
    draw(undefined)
    told.onAway()
    if (isAway) back.focus()
    else start.focus()
  }
  const goToMoment = async () => {
    moment.disabled = true
    said.textContent = '正在把时间拨过去，途中该办的事一件件在办……'
    await told.onMoment()
    moment.disabled = false
    said.textContent = '时间到了，接着往下走。'
  }

  draw(undefined)
  back.addEventListener('click', () => putAway(false))
  const isAway = steps.length === 0 || localStorage.getItem(AWAY) !== null
  place.hidden = isAway
  back.hidden = !isAway || steps.length === 0
  return {
    show: draw,
    offer(help) {
      moment.hidden = help.moment === undefined
      if (help.moment !== undefined) moment.textContent = `把时间拨到${help.moment}`
      open.hidden = !help.open
    },
  }
}
