import activity from 'lucide-static/icons/activity.svg'
import type { Invocation, Person } from './cloud'
import { el, heading } from './dom'
import { clockText } from './time'

const SHOWN = 60

export interface CallList {
  /** Shows these calls (oldest first) behind whatever was heard of since. */
  show: (calls: readonly Invocation[]) => void
  add: (call: Invocation) => void
}

const columns = ['时间', '操作', '谁', '毫秒', '往返'] as const
const isFigure = (column: string) => column === '毫秒' || column === '往返'

/** The latest calls of functions: what, who called, duration, round trips, what went wrong. Timers that succeed are listed on demand. */
export function createCallList(place: HTMLElement, people: readonly Person[]): CallList {
  const names = new Map(people.map(person => [person.openid, person.name]))
  const body = el('tbody')
  const head = el('tr', {}, ...columns.map(name => el('th', { scope: 'col', class: isFigure(name) ? 'figure' : undefined }, name)))
  const withTimers = el('input', { type: 'checkbox' })
  const onlyFailed = el('input', { type: 'checkbox' })
  const words = el('input', { type: 'search', placeholder: '操作或人', 'aria-label': '只列含这些字的调用' })
  const scroll = el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': '调用的列表' })
  scroll.append(el('table', { class: 'calls' }, el('thead', {}, head), body))

  const choices = el('div', { class: 'row choices' })
  choices.append(el('label', {}, withTimers, ' 也列定时任务'), el('label', {}, onlyFailed, ' 只看出错'), words)
  place.append(heading('calls-title', activity, '最近的调用'), choices, scroll)

  const whoOf = ({ openid, byTimer }: Invocation) =>
    byTimer ? '（定时）' : openid === undefined ? '（无人）' : (names.get(openid) ?? openid)

  const draw = (call: Invocation) => {
    const { requestId, at, op, functionName, ms, roundTrips, operations, cold, ok, errMsg, refused, console: lines } = call
    const what = el('td', {}, op ?? functionName)
    if (cold) what.append(' ', el('span', { class: 'cold', title: '这一次先要启动一个新实例，所以慢一些' }, '冷启动'))
    if (!ok) what.append(' ', el('span', { class: 'failed' }, '✗ 出错'))
    if (refused !== undefined) what.append(' ', el('span', { class: 'refused' }, `没有办成 ${refused}`.trim()))
    const notes = el('div', { class: 'notes' })
    if (errMsg !== undefined) notes.append(el('details', {}, el('summary', {}, '为什么'), el('pre', {}, errMsg)))
    if (lines.length > 0) {
      const text = lines.map(line => `[${line.level}] ${line.text}`).join('\n')
      notes.append(el('details', {}, el('summary', {}, `打印 ${lines.length} 行`), el('pre', {}, text)))
    }
    if (operations.length > 0) {
      const text = operations.map(({ action, collection, index, examined }) =>
        [action, collection, index && `索引 ${index}，看了 ${examined} 条`].filter(Boolean).join(' '),
      )
      notes.append(el('details', {}, el('summary', {}, `数据库 ${operations.length} 次`), el('pre', {}, text.join('\n'))))
    }
    if (notes.hasChildNodes()) what.append(notes)
    return el(
      'tr',
      { 'data-request': requestId, title: `请求 ${requestId}` },
      el('td', { class: 'brief' }, clockText(at)),
      what,
      el('td', { class: 'brief' }, whoOf(call)),
      el('td', { class: 'figure' }, String(Math.round(ms))),
      el('td', { class: 'figure' }, String(roundTrips)),
    )
  }
  const empty = el('tr', {}, el('td', { colspan: columns.length, class: 'empty' }, '手机每点一下，调用了哪个操作会列在这里。'))

  const isListed = (call: Invocation) =>
    (withTimers.checked || !call.byTimer || !call.ok) &&
    (!onlyFailed.checked || !call.ok) &&
    words.value
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .every(word => `${call.op ?? ''} ${call.functionName} ${whoOf(call)}`.toLowerCase().includes(word))

  /** Newest first. A row stays the same element, so that what a person unfolded stays unfolded. */
  let rows: { call: Invocation; row: HTMLElement }[] = []
  const put = () => {
    const listed = rows.filter(({ call }) => isListed(call)).slice(0, SHOWN)
    body.replaceChildren(...(listed.length === 0 ? [empty] : listed.map(({ row }) => row)))
  }
  const keep = (next: typeof rows) => {
    const [timed, called] = [next.filter(({ call }) => call.byTimer), next.filter(({ call }) => !call.byTimer)]
    const kept = new Set([...timed.slice(0, SHOWN), ...called.slice(0, SHOWN)])
    rows = next.filter(one => kept.has(one))
    put()
  }
  const rowOf = (call: Invocation) => ({ call, row: draw(call) })
  for (const choice of [withTimers, onlyFailed, words]) choice.addEventListener('input', put)
  return {
    show: calls => {
      // What was heard of while the list was on its way is not in it, and is newer.
      const listed = new Set(calls.map(call => call.requestId))
      keep([...rows.filter(({ call }) => !listed.has(call.requestId)), ...calls.map(rowOf).reverse()])
    },
    add: call => keep([rowOf(call), ...rows]),
  }
}
