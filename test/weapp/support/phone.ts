import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import simulateUtils from 'miniprogram-simulate/src/utils'
import { startLogic } from './logic'
import type { PlayerHeard } from './player'
import { type Answers, type Asked, type Holding, weChat } from './wechat'

const dist = join(__dirname, '../../../dist/weapp')
const PATIENCE_MS = 5_000
const LOOK_EVERY_MS = 10

interface PageInstance {
  route?: string
  onLoad: (query: object) => void
  onShow: () => void
  onReady: () => void
  onUnload: () => void
  onShareAppMessage?: (from: { from: 'menu' }) => unknown
}
interface Rendered {
  dom?: HTMLElement | undefined
  instance: unknown
  attach: (parent: Node) => void
  detach: () => void
}
const isPage = (value: unknown): value is PageInstance =>
  typeof value === 'object' && value !== null && 'onLoad' in value && 'onShow' in value

/** Waits until something is so; fails with `what` (said then) when it does not come about. */
export const until = async <T>(what: () => string, look: () => T | undefined | false): Promise<T> => {
  const began = Date.now()
  for (;;) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    if (Date.now() - began > PATIENCE_MS) throw new Error(`Not seen in ${PATIENCE_MS} ms: ${what()}`)
    await new Promise(next => setTimeout(next, LOOK_EVERY_MS))
  }
}

/** The element's node in WeChat's own tree. */
const nodeOf = (element: Element): unknown => Reflect.get(element, '__wxElement')

const attributeOf = (element: Element, name: string): string | undefined => {
  const node = nodeOf(element)
  if (typeof node !== 'object' || node === null) return undefined
  const tree: unknown = Reflect.get(node, '_vt')
  if (typeof tree !== 'object' || tree === null) return undefined
  const attributes: unknown = Reflect.get(tree, 'attrs')
  if (!Array.isArray(attributes)) return undefined
  const found: unknown = attributes.find(one => typeof one === 'object' && one !== null && Reflect.get(one, 'name') === name)
  const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'value') : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Something that happens to an element and rises through the tree as WeChat's own events do. */
const happen = (element: Element, event: string, detail: object = {}) => {
  const node = nodeOf(element)
  const trigger: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'triggerEvent') : undefined
  if (typeof trigger !== 'function') throw new Error('This element takes no events')
  Reflect.apply(trigger, node, [event, detail, { bubbles: true, capturePhase: true, composed: true }])
}

export interface Screen {
  /** All words on the screen, spaces taken out. */
  words: () => string
  /** Waits until these words are there. */
  see: (words: string) => Promise<void>
  /** Presses the button of that name, as a finger does; waits for the button to be there. */
  tap: (name: string) => Promise<void>
  /** How many taps there were on it. */
  taps: () => number
  /** Types into the field of that label. */
  type: (label: string, value: string) => Promise<void>
  /** What WeChat tells a part of its own kind: a button after its sheet was answered (`getphonenumber`), its map (`markertap`). */
  answer: (name: string, event: string, detail: object) => Promise<void>
  /** What WeChat is given when the page is forwarded from its menu. */
  share: () => unknown
  /** The page's tree as it stands in WeChat's layer of data. */
  tree: () => unknown
  /** The class of the page's outermost element. */
  frame: () => string
  close: () => void
}

export interface Phone {
  /** The one player that goes on while the screen sleeps. */
  player: PlayerHeard
  asked: Asked
  /** What the bundle itself logged as an error. */
  complaints: string[]
  /** Every handing-over of data to the screen, by its characters. */
  sent: readonly number[]
  /** The data themselves, as JSON. */
  handed: readonly string[]
  /** How many questions the cloud has not answered yet. */
  waiting: () => number
  open: (path: string, query?: Record<string, string>) => Promise<Screen>
  /** Opens a page that the mini-program does not have. */
  lost: (path: string) => void
}

const PRESSABLE = ['button', 'radio', 'checkbox', 'tab']

/**
 * The compiled mini-program in WeChat's simulated two layers: its own scripts, its own templates, no browser page for the logic.
 * @throws when the bundle has not been built.
 */
export const startPhone = (answers: Answers, holding: Holding = {}): Phone => {
  if (!existsSync(join(dist, 'app.js'))) throw new Error('dist/weapp is not there: run `npm run build` first')
  const stack: PageInstance[] = []
  const { wx, asked, player, waiting } = weChat(answers, holding)
  const complaints: string[] = []
  const complain = (...said: unknown[]) => complaints.push(said.map(String).join(' '))
  const logic = startLogic(wx, () => stack, { ...console, error: complain, warn: complain }, holding.plugins, holding.old, holding.clock)
  // WeChat's template engine only murmurs where a template is missing; a person would see a hole.
  const holes: string[] = []
  jest.spyOn(console, 'warn').mockImplementation((...said: unknown[]) => {
    holes.push(said.map(String).join(' '))
  })
  simulateUtils.runJs = path => {
    logic.load(path)
  }
  logic.load(join(dist, 'app'))
  logic.app().onLaunch?.({ path: '', query: {} })
  logic.app().onShow?.({ path: '', query: {} })

  const open = async (path: string, query: Record<string, string> = {}): Promise<Screen> => {
    const rendered: Rendered = simulate.render(simulate.load(join(dist, path), 'page', { rootPath: dist }))
    const { instance, dom } = rendered
    if (!isPage(instance) || !dom) throw new Error(`${path} is no page`)
    instance.route = path
    stack.push(instance)
    rendered.attach(document.body)
    instance.onLoad(query)
    instance.onShow()
    instance.onReady()

    const words = () => dom.textContent.replace(/\s+/gu, '')
    const pressable = () => [...dom.querySelectorAll('*')].filter(one => PRESSABLE.includes(attributeOf(one, 'ariaRole') ?? ''))
    const said = (one: Element) => attributeOf(one, 'ariaLabel') ?? one.textContent.replace(/\s+/gu, '')
    // What bears a name may say more after it: a hint, a note, whose it is.
    const named = (name: string) =>
      pressable().find(one => said(one) === name) ?? pressable().find(one => said(one).startsWith(name.replace(/\s+/gu, '')))
    let tapped = 0
    const tap = async (name: string) => {
      tapped++
      const button = await until(
        () => `the button ${name} among ${words()}`,
        () => named(name),
      )
      happen(button, 'tap')
    }
    const answer = async (name: string, event: string, detail: object) => {
      const labelled = () => [...dom.querySelectorAll('*')].find(one => attributeOf(one, 'ariaLabel') === name)
      // A map has no name of its own.
      const inside = () => labelled()?.querySelector('map, wx-map')
      const element = await until(
        () => `${name} among ${words()}`,
        () => named(name) ?? inside() ?? labelled(),
      )
      happen(element, event, detail)
    }
    const type = async (label: string, value: string) => {
      const field = await until(
        () => `the field ${label}`,
        () =>
          [...dom.querySelectorAll('*')].find(one => attributeOf(one, 'ariaLabel') === label && attributeOf(one, 'ariaRole') === undefined),
      )
      happen(field, 'input', { value })
    }
    const see = async (wanted: string) => {
      await until(
        () => `“${wanted}”; the screen says: ${words()}`,
        () => words().includes(wanted.replace(/\s+/gu, '')),
      )
    }
    const frame = () => dom.querySelector('.screen')?.className ?? ''
    const tree = (): unknown => Reflect.get(instance, 'data')
    const share = () => instance.onShareAppMessage?.({ from: 'menu' })
    const close = () => {
      instance.onUnload()
      rendered.detach()
      stack.splice(stack.indexOf(instance), 1)
      const missing = holes.filter(hole => hole.includes('WXMLRT'))
      if (missing.length > 0) throw new Error(missing.join('\n'))
    }
    return { words, see, tap, taps: () => tapped, type, answer, share, tree, frame, close }
  }
  const lost = (path: string) => logic.app().onPageNotFound?.({ path, query: {}, isEntryPage: true })
  return { asked, player, complaints, sent: logic.sent, handed: logic.handed, waiting, open, lost }
}
