import saveIcon from 'lucide-static/icons/save.svg'
import trashIcon from 'lucide-static/icons/trash-2.svg'
import * as cloud from './cloud'
import { button, el, reasonOf } from './dom'

const CONFLICT = 409
const HINT = '从左边选一条来看、来改，或者新建一条。'
const EMPTY = '{\n  \n}'

export interface Editor {
  root: HTMLElement
  open: (collection: string, id: string) => Promise<void>
  /** Begins a new document. */
  create: (collection: string) => void
  close: () => void
  /** Whether nothing that was typed would be lost, or the person who typed it agrees to lose it. */
  mayLeave: () => boolean
}

/** One document as JSON. Saving and removing are asked twice, and refused when the document has changed meanwhile. */
export function createEditor(onChanged: () => void): Editor {
  let shown: (cloud.ShownDocument & { collection: string; isNew?: boolean }) | undefined
  const title = el('h2', { id: 'document-title' }, '一条数据')
  const text = el('textarea', { class: 'code', spellcheck: 'false', 'aria-label': '这条数据（JSON）', disabled: true, placeholder: HINT })
  const said = el('p', { class: 'said', role: 'status' })
  const ask = el('div', { class: 'ask', role: 'group', 'aria-label': '请确认' })
  const isChanged = () => shown !== undefined && text.value !== shown.text

  const save = button('保存', () => confirm('把改动写进数据库？云函数马上会读到。', '确定保存', write), { icon: saveIcon })
  const reset = button('放弃改动', () => show(shown))
  const remove = button('删除', () => confirm('删除这条数据？删了就没有了。', '确定删除', erase), {
    icon: trashIcon,
    class: 'button danger',
  })

  const draw = () => {
    save.disabled = !isChanged()
    reset.disabled = !isChanged()
    remove.disabled = shown === undefined || shown.isNew === true
  }
  const show = (next: typeof shown) => {
    shown = next
    text.value = next?.text ?? ''
    text.disabled = next === undefined
    title.textContent = next === undefined ? '一条数据' : `${next.collection} · ${next.isNew === true ? '新的一条' : next.id}`
    ask.replaceChildren()
    draw()
  }
  const confirm = (question: string, yes: string, act: () => Promise<void>) => {
    const no = button('再想想', () => {
      ask.replaceChildren()
      text.focus()
    })
    const go = button(yes, () => {
      ask.replaceChildren()
      void act()
    })
    ask.replaceChildren(el('p', {}, question), el('div', { class: 'row' }, go, no))
    no.focus()
  }

  const open = async (collection: string, id: string) => {
    if (!mayLeave()) return
    try {
      show({ ...(await cloud.oneDocument(collection, id)), collection })
      said.textContent = ''
    } catch (error) {
      said.textContent = `没有打开：${reasonOf(error)}。`
    }
  }
  const mayLeave = () => !isChanged() || window.confirm('改动还没有保存，放弃它吗？')

  const refused = (error: unknown, what: string) => {
    const conflict = error instanceof cloud.Refused && error.status === CONFLICT
    if (!conflict || shown === undefined) {
      said.textContent = `没有${what}：${reasonOf(error)}。你写的内容还在。`
      return
    }
    const { collection, id } = shown
    const look = button('看现在的', () => {
      if (shown !== undefined) show(shown)
      void open(collection, id)
    })
    said.replaceChildren(`没有${what}：这条数据刚被别处改过。你写的内容还在，可以先抄下来。`, look)
  }
  const write = async () => {
    if (shown === undefined) return
    const { collection } = shown
    try {
      const saved =
        shown.isNew === true
          ? await cloud.addDocument(collection, text.value)
          : await cloud.saveDocument(collection, { ...shown, text: text.value })
      show({ ...saved, collection })
      said.textContent = '已保存。'
      onChanged()
    } catch (error) {
      refused(error, '保存')
    }
  }
  const erase = async () => {
    if (shown === undefined) return
    try {
      await cloud.removeDocument(shown.collection, shown)
      show(undefined)
      said.textContent = '已删除。'
      onChanged()
    } catch (error) {
      refused(error, '删除')
    }
  }

  text.addEventListener('input', draw)
  draw()
  const root = el(
    'section',
    { class: 'panel editor', 'aria-labelledby': 'document-title' },
    title,
    text,
    said,
    ask,
    el('div', { class: 'row' }, save, reset, remove),
  )
  const create = (collection: string) => {
    if (!mayLeave()) return
    said.textContent = '写成 JSON；不写 _id 就由数据库给一个。'
    show({ collection, id: '', mark: '', text: EMPTY, isNew: true })
    text.focus()
  }
  return { root, open, create, close: () => show(undefined), mayLeave }
}
