import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import vm from 'node:vm'

/** Values that cross between the two layers of WeChat do so as JSON. */
export const crossed = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

type Definition = Record<string, unknown> & { data?: unknown; options?: object; created?: () => void }
type Register = (definition: Definition) => void
interface Sender {
  setData: (data: unknown, done?: () => void) => void
}

const isRegister = (value: unknown): value is Register => typeof value === 'function'

/** WeChat's constructor of components as miniprogram-simulate plays it, fed with what has crossed from the logic layer. */
const register =
  (sent: number[], handed: string[]): Register =>
  definition => {
    const native: unknown = Reflect.get(globalThis, 'Component')
    if (!isRegister(native)) throw new Error('miniprogram-simulate has not been loaded')
    native({
      ...definition,
      data: crossed(definition.data),
      options: { classPrefix: '', ...definition.options },
      created(this: Sender) {
        const send = this.setData
        this.setData = (data, done) => {
          const text = JSON.stringify(data)
          sent.push(text.length)
          handed.push(text)
          send.call(this, JSON.parse(text), done)
        }
        definition.created?.call(this)
      },
    })
  }

export interface App {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onPageNotFound?: (options: object) => void
}

/** The logic layer: a bare context without a page, in which the bundle's scripts run as WeChat runs them. */
export interface Logic {
  /** Runs a script of the bundle once; answers what it exports. */
  load: (path: string) => unknown
  app: () => App
  /** Every handing-over of data to the screen, by its characters: what a slow phone waits for. */
  sent: readonly number[]
  /** The data themselves, as JSON. */
  handed: readonly string[]
}

export const startLogic = (
  wx: object,
  pages: () => unknown[],
  heard: Console,
  plugins: Readonly<Record<string, object>> = {},
  old = false,
  clock?: () => number,
): Logic => {
  let app: App | undefined
  const sent: number[] = []
  const handed: string[] = []
  const component = register(sent, handed)
  const globals: Record<string, unknown> = {
    wx,
    console: heard,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (config: App) => (app = config),
    getApp: () => app,
    getCurrentPages: pages,
    requirePlugin: (name: string) => {
      const plugin = plugins[name]
      // As WeChat does where the app declares no such plugin.
      if (!plugin) throw new Error(`plugin ${name} is not defined`)
      return plugin
    },
    Component: component,
    ...(old ? { BigInt: undefined } : {}),
    Page: ({ data, ...methods }: Definition) => component({ data, methods }),
  }
  globals['global'] = globals
  const context = vm.createContext(globals)
  const date: unknown = vm.runInContext('Date', context)
  if (clock && typeof date === 'function') Object.assign(date, { now: clock })
  const loaded = new Map<string, { exports: unknown }>()

  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = loaded.get(file)
    if (known) return known.exports
    if (!existsSync(file)) throw new Error(`The bundle has no ${file}`)
    const module = { exports: {} as unknown }
    loaded.set(file, module)
    const script = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`
    const run: unknown = vm.runInContext(script, context, { filename: file })
    if (typeof run !== 'function') throw new Error(`${file} is no script`)
    Reflect.apply(run, undefined, [(name: string) => load(join(dirname(file), name)), module, module.exports])
    return module.exports
  }
  const running = () => {
    if (!app) throw new Error('The bundle registered no app')
    return app
  }
  return { load, app: running, sent, handed }
}
