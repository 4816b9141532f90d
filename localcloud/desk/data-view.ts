import listIcon from 'lucide-static/icons/list.svg'
import plusIcon from 'lucide-static/icons/plus.svg'
import databaseIcon from 'lucide-static/icons/database.svg'
import refreshIcon from 'lucide-static/icons/refresh-cw.svg'
import searchIcon from 'lucide-static/icons/search.svg'
import * as cloud from './cloud'
import { createEditor } from './data-editor'
import { briefOf, createFilterBuilder } from './data-filter'
import { button, el, heading, reasonOf } from './dom'

/** How many documents the cloud lists at once. */
const PAGE = 50

export interface DataView {
  /** Asks again for what is shown. */
  refresh: () => Promise<void>
}

/** The data browser: collections, the documents of one, one document. */
export function createDataView(place: HTMLElement): DataView {
  let chosen: string | undefined
  let skip = 0
  const names = el('ul', { class: 'collections' })
  const list = el('ol', { class: 'documents', 'aria-live': 'polite' })
  const said = el('p', { class: 'said', role: 'status' })
  const filter = el('input', { type: 'text', value: '{}', spellcheck: 'false', 'aria-label': '筛选条件（JSON）', class: 'code' })
  const newer = button('上一页', () => void page(-1))
  const older = button('下一页', () => void page(1))
  const editor = createEditor(() => void refresh())
  const builder = createFilterBuilder(asked => (filter.value = asked))
  const add = button(
    '新建一条',
    () => {
      if (chosen !== undefined) editor.create(chosen)
    },
    { icon: plusIcon },
  )

  const search = el(
    'form',
    { class: 'search' },
    builder.root,
    el(
      'div',
      { class: 'row' },
      filter,
      button('查找', () => undefined, { icon: searchIcon }),
    ),
  )
  search.querySelector('button')?.setAttribute('type', 'submit')
  search.addEventListener('submit', event => {
    event.preventDefault()
    skip = 0
    void find()
  })

  const page = (by: number) => {
    skip = Math.max(0, skip + by * PAGE)
    return find()
  }

  async function find(): Promise<void> {
    if (chosen === undefined) return
    const collection = chosen
    try {
      const { items, scanned, more } = await cloud.findDocuments(collection, filter.value.trim() === '' ? '{}' : filter.value, skip)
      if (collection !== chosen) return
      list.replaceChildren(...items.map(item => lineOf(collection, item)))
      builder.offer(items.map(item => item.text))
      const range = items.length === 0 ? '没有符合的数据。' : `第 ${skip + 1}–${skip + items.length} 条${more ? '，后面还有' : ''}。`
      const slow = scanned === undefined ? '' : `没有索引可用，逐条翻看了 ${scanned} 条；云函数里这样查会被拒绝。`
      said.textContent = range + slow
      newer.disabled = skip === 0
      older.disabled = !more
    } catch (error) {
      list.replaceChildren()
      said.textContent = `没有查成：${reasonOf(error)}。条件要写成 JSON，例如 {"name":"王秀英"}。`
    }
  }

  const lineOf = (collection: string, item: cloud.ShownDocument) => {
    const { title, rest } = briefOf(item)
    const open = el('button', { type: 'button', class: 'document' }, el('strong', {}, title), el('span', {}, rest))
    open.addEventListener('click', () => {
      for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current')
      open.setAttribute('aria-current', 'true')
      void editor.open(collection, item.id)
    })
    return el('li', {}, open)
  }

  const choose = (name: string) => {
    if (!editor.mayLeave()) return
    chosen = name
    skip = 0
    filter.value = '{}'
    builder.clear()
    editor.close()
    void refresh()
  }

  async function refresh(): Promise<void> {
    try {
      const all = await cloud.collections()
      chosen ??= all[0]?.name
      names.replaceChildren(
        ...all.map(({ name, count, declared }) => {
          const tell = declared ? '' : '（临时）'
          const one = el(
            'button',
            { type: 'button', class: 'collection', 'aria-current': name === chosen ? 'true' : undefined },
            el('span', {}, name + tell),
            el('span', { class: 'count' }, String(count)),
          )
          one.addEventListener('click', () => choose(name))
          return el('li', {}, one)
        }),
      )
      if (all.length === 0) names.replaceChildren(el('li', { class: 'empty' }, '还没有集合。云函数第一次写入后会出现在这里。'))
      await find()
    } catch (error) {
      said.textContent = `没有读到集合：${reasonOf(error)}。请再按一次刷新。`
    }
  }

  const again = button('刷新', () => void refresh(), { icon: refreshIcon })
  place.append(
    el(
      'section',
      { class: 'panel', 'aria-labelledby': 'collections-title' },
      heading('collections-title', databaseIcon, '集合', again),
      names,
    ),
    el(
      'section',
      { class: 'panel', 'aria-labelledby': 'documents-title' },
      heading('documents-title', listIcon, '数据'),
      search,
      said,
      list,
      el('div', { class: 'row' }, newer, older, add),
    ),
    editor.root,
  )
  newer.disabled = true
  older.disabled = true
  return { refresh }
}
