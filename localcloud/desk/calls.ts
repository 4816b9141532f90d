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

/** The latest calls of functions: what, by whom, how long, how many round trips to the database. */
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
  const table = el('table', { class: 'calls' }, el('thead', {}, head), body)
  place.append(
    heading('calls-title', activity, '最近的调用'),
    el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': 'calls-title' }, table),
  )

  const draw = ({ requestId, at, op, functionName, openid, ms, roundTrips, ok, console: lines }: Invocation) => {
    const what = el('td', {}, op ?? functionName)
    if (!ok) what.append(' ', el('span', { class: 'failed' }, '✗ 出错'))
    if (lines.length > 0) {
      const text = lines.map(line => `[${line.level}] ${line.text}`).join('\n')
      what.append(el('details', {}, el('summary', {}, `打印 ${lines.length} 行`), el('pre', {}, text)))
    }
    return el(
      'tr',
      { 'data-request': requestId },
      el('td', { class: 'brief' }, clockText(at)),
      what,
      el('td', { class: 'brief' }, openid === undefined ? '（系统）' : (names.get(openid) ?? openid)),
      el('td', { class: 'figure' }, String(Math.round(ms))),
      el('td', { class: 'figure' }, String(roundTrips)),
    )
  }
  const empty = () => el('tr', {}, el('td', { colspan: 5, class: 'empty' }, '手机每点一下，调用了哪个操作会列在这里。'))
  let shown: HTMLElement[] = []
  const put = () => body.replaceChildren(...(shown.length === 0 ? [empty()] : shown))
  return {
    show(calls) {
      shown = calls.slice(-SHOWN).reverse().map(draw)
      put()
    },
    // Rows that stand already stay the same elements, so that what somebody unfolded stays unfolded.
    add(call) {
      shown = [draw(call), ...shown].slice(0, SHOWN)
      put()
    },
  }
}
