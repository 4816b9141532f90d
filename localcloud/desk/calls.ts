import activity from 'lucide-static/icons/activity.svg'
import type { Invocation, Person } from './cloud'
import { el, heading } from './dom'
import { clockText } from './time'

const SHOWN = 40

export interface CallList {
  /** Shows these calls (oldest first) in the place of all. */
  show: (calls: readonly Invocation[]) => void
  add: (call: Invocation) => void
}

/** The latest calls of functions: what, by whom, how long, how many round trips to the database. Timers that succeed are listed on demand. */
export function createCallList(place: HTMLElement, people: readonly Person[]): CallList {
  const names = new Map(people.map(person => [person.openid, person.name]))
  const body = el('tbody')
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, '时间'),
    el('th', { scope: 'col' }, '操作'),
    el('th', { scope: 'col' }, '谁'),
    el('th', { scope: 'col', class: 'figure' }, '毫秒'),
    el('th', { scope: 'col', class: 'figure' }, '往返'),
  )
  const withTimers = el('input', { type: 'checkbox' })
  const scroll = el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': '调用的列表' })
  scroll.append(el('table', { class: 'calls' }, el('thead', {}, head), body))

  place.append(heading('calls-title', activity, '最近的调用'), el('p', {}, el('label', {}, withTimers, ' 也列定时任务')), scroll)

  const draw = ({ requestId, at, op, functionName, openid, byTimer, ms, roundTrips, ok, console: lines }: Invocation) => {
    const what = el('td', {}, op ?? functionName)
    if (!ok) what.append(' ', el('span', { class: 'failed' }, '✗ 出错'))
    if (lines.length > 0) {
      const text = lines.map(line => `[${line.level}] ${line.text}`).join('\n')
      what.append(el('details', {}, el('summary', {}, `打印 ${lines.length} 行`), el('pre', {}, text)))
    }
    const who = byTimer ? '（定时）' : openid === undefined ? '（无人）' : (names.get(openid) ?? openid)
    return el(
      'tr',
      { 'data-request': requestId },
      el('td', { class: 'brief' }, clockText(at)),
      what,
      el('td', { class: 'brief' }, who),
      el('td', { class: 'figure' }, String(Math.round(ms))),
      el('td', { class: 'figure' }, String(roundTrips)),
    )
  }
  const empty = el('tr', {}, el('td', { colspan: 5, class: 'empty' }, '手机每点一下，调用了哪个操作会列在这里。'))

  /** Newest first. A row stays the same element, so that what somebody unfolded stays unfolded. */
  let rows: { call: Invocation; row: HTMLElement }[] = []
  const put = () => {
    const listed = rows.filter(({ call }) => withTimers.checked || !call.byTimer || !call.ok).slice(0, SHOWN)
    body.replaceChildren(...(listed.length === 0 ? [empty] : listed.map(({ row }) => row)))
  }
  const keep = (next: typeof rows) => {
    const [timed, called] = [next.filter(({ call }) => call.byTimer), next.filter(({ call }) => !call.byTimer)]
    const kept = new Set([...timed.slice(0, SHOWN), ...called.slice(0, SHOWN)])
    rows = next.filter(one => kept.has(one))
    put()
  }
  const rowOf = (call: Invocation) => ({ call, row: draw(call) })
  withTimers.addEventListener('change', put)
  return {
    show: calls => keep(calls.map(rowOf).reverse()),
    add: call => keep([rowOf(call), ...rows]),
  }
}
