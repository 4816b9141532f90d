import filesIcon from 'lucide-static/icons/folder.svg'
import functionsIcon from 'lucide-static/icons/square-function.svg'
import timerIcon from 'lucide-static/icons/timer.svg'
import * as cloud from './cloud'
import { button, el, heading, reasonOf } from './dom'
import { dateText, shortText } from './time'

export interface Overview {
  /** Asks again, if it is in sight. */
  refresh: () => Promise<void>
}

/** The cloud as a whole: its functions and how they fare, its timers and when they are due, the files that were stored. */
export function createOverview(place: HTMLElement, goTo: (target: number) => Promise<void>): Overview {
  const said = el('p', { class: 'said', role: 'status' })
  const functions = tableOf(['函数', '谁能调用', '限时', '内存', '调用', '出错', '平均毫秒', '平均往返'], 2)
  const timers = tableOf(['下一次', '定时任务', '时刻表', ''], 4)
  const files = tableOf(['文件', '大小', '存于'], 3)
  const panel = (id: string, picture: string, label: string, ...more: Node[]) =>
    el('section', { class: 'panel', 'aria-labelledby': id }, heading(id, picture, label), ...more)

  place.append(
    said,
    panel('functions-title', functionsIcon, '云函数', functions.root),
    panel('timers-title', timerIcon, '定时任务', timers.root),
    panel('files-title', filesIcon, '存放的文件', files.root),
  )

  const functionRow = (
    { name, phones, timeout, memorySize }: cloud.OverviewState['functions'][number],
    figures: cloud.Figures | undefined,
  ) => {
    const last = figures?.last ?? []
    const mean = (pick: (one: (typeof last)[number]) => number) =>
      last.length === 0 ? '' : (last.reduce((sum, one) => sum + pick(one), 0) / last.length).toFixed(1)
    const errors = figures?.errors ?? 0
    return [
      el('strong', {}, name),
      phones ? '手机' : '只有云上',
      `${timeout} 秒`,
      `${memorySize} MB`,
      String(figures?.invocations ?? 0),
      errors === 0 ? '0' : el('span', { class: 'failed' }, `✗ ${errors}`),
      mean(one => one.ms),
      mean(one => one.roundTrips),
    ]
  }
  const timerRow = ({ functionName, name, config, at }: cloud.OverviewState['timers'][number]) => {
    const go = button('走到那时', () => void goTo(at), { title: '把云上的时间拨到这一刻' })
    return [dateText(at), el('strong', {}, `${functionName} · ${name}`), el('code', {}, config), go]
  }
  const fileRow = ({ path, size, at }: cloud.OverviewState['files'][number]) => {
    const href = `/files/${path.split('/').map(encodeURIComponent).join('/')}`
    return [el('a', { href, target: '_blank' }, path), sizeText(size), shortText(at)]
  }

  return {
    async refresh() {
      if (place.hidden) return
      try {
        const [state, stats] = await Promise.all([cloud.overview(), cloud.stats()])
        said.textContent = ''
        functions.fill(
          state.functions.map(one => functionRow(one, stats[one.name])),
          '还没有云函数。',
        )
        timers.fill(state.timers.map(timerRow), '没有函数设了定时任务。')
        files.fill(state.files.map(fileRow), '云函数或手机存下的文件会列在这里。')
      } catch (error) {
        said.textContent = `没有读到：${reasonOf(error)}。请再点一次“概况”。`
      }
    },
  }
}

/** A table whose columns from `figuresFrom` on are figures. */
function tableOf(columns: readonly string[], figuresFrom: number) {
  const isFigure = (index: number) => (index >= figuresFrom ? 'figure' : undefined)
  const body = el('tbody')
  const head = el('tr', {}, ...columns.map((name, index) => el('th', { scope: 'col', class: isFigure(index) }, name)))
  return {
    root: el('div', { class: 'scroll' }, el('table', { class: 'calls' }, el('thead', {}, head), body)),
    fill(rows: readonly (readonly (Node | string)[])[], empty: string) {
      const drawn = rows.map(cells => el('tr', {}, ...cells.map((cell, index) => el('td', { class: isFigure(index) }, cell))))
      body.replaceChildren(...(rows.length === 0 ? [el('tr', {}, el('td', { colspan: columns.length, class: 'empty' }, empty))] : drawn))
    },
  }
}

const sizeText = (bytes: number) =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
