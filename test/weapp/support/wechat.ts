import { randomBytes } from 'node:crypto'
import type { Contract, OperationName } from '../../../core/contract'
import { soundPlayer } from './player'
import type { Reply } from '../../../core/shared/operation'

/** One call of a cloud function as WeChat's own API gets it. */
export interface FunctionCall {
  name: string
  data: { op: OperationName; input: unknown; commandId?: string; group?: unknown; accepted?: unknown }
}

/** What the cloud says to each operation, as its contract has it. */
export type Answers = { [K in OperationName]?: (input: unknown) => Reply<Contract[K]> }

interface Options {
  url?: string
  key?: string
  data?: unknown
  success?: (result: object) => void
  complete?: (result: object) => void
  fail?: (reason: { errMsg: string }) => void
}

/** What the bundle asked of WeChat. */
export interface Asked {
  functions: FunctionCall[]
  subscriptions: string[][]
  opened: string[]
  dialled: string[]
  /** How cards are to be sent from here on. */
  menus: object[]
  /** What is asked, in order, by the name of WeChat's API. */
  order: string[]
  /** The words that were written into pictures. */
  drawn: string[]
}

const done = (options: Options | undefined, result: object = {}) => {
  options?.success?.(result)
  options?.complete?.(result)
  return Promise.resolve(result)
}

const nothing = () => undefined
/** How wide a drawn character is, in points of its picture. */
const LETTER = 40

const isCall = (value: unknown): value is FunctionCall =>
  typeof value === 'object' && value !== null && 'name' in value && 'data' in value && typeof value.data === 'object'

/** What the phone holds: the code before its camera, the size of its letters, the group chat whose card was opened. */
export interface Holding {
  scanned?: string
  letters?: number
  group?: string
  /** What it kept through a restart of WeChat. */
  drawer?: Map<string, unknown>
  /** The plugins that the mini-program was uploaded with. */
  plugins?: Readonly<Record<string, object>>
  /** A cloud that answers whatever is not laid out. */
  cloud?: (message: FunctionCall['data']) => Promise<object>
  /** What its clock says; by default what the machine's says. */
  clock?: () => number
  /** A phone of before 2020: its engine has no BigInt. */
  old?: boolean
}

/** WeChat's API as far as the bundle uses it; what it does not know, it does not have, so that an unexpected use is seen. */
export const weChat = (answers: Answers, { scanned, letters = 16, group, drawer = new Map(), cloud }: Holding = {}) => {
  // Of so many operations tsc makes no one type of what they answer.
  const laidOut: Readonly<Record<string, ((input: unknown) => object) | undefined>> = answers
  const asked: Asked = { functions: [], subscriptions: [], opened: [], dialled: [], menus: [], order: [], drawn: [] }
  const open = (options: Options) => {
    asked.opened.push(options.url ?? '')
    return done(options)
  }
  let waiting = 0
  const answered = async (message: FunctionCall['data'], from: NonNullable<Holding['cloud']>) => {
    waiting++
    try {
      return { result: await from(message) }
    } finally {
      waiting--
    }
  }
  const callFunction = (call: unknown) => {
    if (!isCall(call)) throw new Error('callFunction was given no call')
    asked.order.push(call.data.op)
    asked.functions.push(call)
    const answer = laidOut[call.data.op]
    if (!answer && cloud) return answered(call.data, cloud)
    return answer
      ? Promise.resolve({ result: answer(call.data.input) })
      : Promise.reject(new Error(`No answer is laid out for ${call.data.op}`))
  }
  const info = { platform: 'devtools', SDKVersion: '3.7.12', fontSizeSetting: letters, windowWidth: 375, windowHeight: 720, pixelRatio: 2 }
  const strokes = ['beginPath', 'arc', 'fill', 'stroke', 'fillRect', 'strokeRect']
  const brush = {
    ...Object.fromEntries(strokes.map(stroke => [stroke, nothing])),
    measureText: (words: string) => ({ width: words.length * LETTER }),
    fillText: (words: string) => asked.drawn.push(words),
  }
  const { manager, heard: player } = soundPlayer()
  const wx = {
    getBackgroundAudioManager: () => manager,
    cloud: { init: () => undefined, callFunction, CloudID: (cloudID: string) => ({ cloudID }) },
    getAppBaseInfo: () => info,
    getSystemInfoSync: () => info,
    getWindowInfo: () => info,
    canIUse: () => true,
    requirePrivacyAuthorize: (options: Options) => done(options),
    getStorageSync: (key: string) => drawer.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => drawer.set(key, value),
    removeStorageSync: (key: string) => drawer.delete(key),
    getStorageInfoSync: () => ({ keys: [...drawer.keys()] }),
    navigateTo: open,
    switchTab: open,
    redirectTo: open,
    onNetworkStatusChange: nothing,
    onWindowResize: nothing,
    offWindowResize: nothing,
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }: { length: number; success: (found: { randomValues: ArrayBuffer }) => void }) =>
        success({ randomValues: Uint8Array.from(randomBytes(length)).buffer }),
    }),
    getNetworkType: (options: Options) => done(options, { networkType: 'wifi' }),
    makePhoneCall: (options: Options & { phoneNumber: string }) => {
      asked.dialled.push(options.phoneNumber)
      return done(options)
    },
    requestSubscribeMessage: (options: Options & { tmplIds: string[] }) => {
      asked.order.push('requestSubscribeMessage')
      asked.subscriptions.push(options.tmplIds)
      return done(options, Object.fromEntries(options.tmplIds.map(id => [id, 'accept'])))
    },
    updateShareMenu: (options: object) => {
      asked.menus.push(options)
      return done(options)
    },
    getGroupEnterInfo: (options: Options) => {
      asked.order.push('getGroupEnterInfo')
      if (group !== undefined) return done(options, { cloudID: group })
      options.fail?.({ errMsg: 'getGroupEnterInfo:fail not in a group' })
      return Promise.resolve()
    },
    // A canvas that takes every stroke; what it drew is a file on the phone.
    createOffscreenCanvas: () => ({ getContext: () => brush }),
    canvasToTempFilePath: (options: Options) => done(options, { tempFilePath: 'wxfile://drawn.png' }),
    pageScrollTo: (options: Options) => done(options),
    setKeepScreenOn: (options: Options) => done(options),
    vibrateShort: (options: Options) => {
      asked.order.push('vibrateShort')
      return done(options)
    },
    scanCode: (options: Options) => {
      asked.order.push('scanCode')
      return done(options, { result: scanned ?? '', path: '' })
    },
  }
  return { wx, asked, player, waiting: () => waiting }
}
