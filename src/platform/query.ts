import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  type About,
  type Answer,
  type AnyRefusal,
  type Asked,
  call,
  callOnce,
  type Given,
  newId,
  type OperationName,
  type Refusal,
} from './call'
import { now, onClockMoved, setClock } from './clock'
import { isSilent } from './silence'
import { keep, recall } from './storage'
import { together } from './together'

interface View<T, R> {
  /** Of which question this is the answer; another question must not be shown with it. */
  key: string | null
  data?: T | undefined
  refusal?: R | undefined
  keptAt?: number | undefined
}

export interface Query<T, R = AnyRefusal> {
  state: 'loading' | 'ready' | 'failed'
  data: T | undefined
  /** Why the last try failed; with `data` still there when an older answer is shown. */
  refusal: R | undefined
  /** Set when what is shown is an older answer kept on the phone: when it was true, in ms. */
  keptAt: number | undefined
  reload: () => Promise<void>
}

/** Raised whenever screens would stumble over an answer of an earlier shape; what was kept of that is not shown any more. */
const SHAPE = 3

interface Kept<T> {
  shape: number
  at: number
  data: T
}
const isKept = <T>(value: unknown): value is Kept<T> =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'data' in value &&
  'shape' in value &&
  value.shape === SHAPE

/** Where last good answers lie; cleared with the account. */
export const KEPT = 'kept/'

/** The last good answer that this phone keeps under a question's key. */
const keptUnder = <T>(key: string): Kept<T> | undefined => {
  const old = recall(KEPT + key)
  return isKept<T>(old) ? old : undefined
}

/** Turns one answer into what is to be shown, falling back on the last good one while the cloud cannot be reached. */
const settle = <K extends OperationName>(key: string, answer: Answer<K>, isKeeping: boolean): View<Given<K>, Refusal<K>> => {
  if (answer.ok) {
    if (isKeeping) keep(KEPT + key, { shape: SHAPE, at: now(), data: answer.data })
    return { key, data: answer.data }
  }
  const old = isSilent(answer.code) ? keptUnder<Given<K>>(key) : undefined
  if (old) return { key, data: old.data, refusal: answer, keptAt: old.at }
  return { key, refusal: answer }
}

/**
 * Asks a question when the page opens, whenever it comes back into sight, when the question changes, and when the desk's clock is moved; `null` asks nothing yet.
 * While a newer answer is on its way the older one stays. `kept: false`: what was confided does not stay on the phone. `atOnce`: what this phone
 * kept of the time before is shown until the cloud has answered, as on the first screens.
 */
export const useQuery = <K extends OperationName>(
  op: K,
  input: Asked<K> | null,
  { kept = true, atOnce = false }: { kept?: boolean; atOnce?: boolean } = {},
): Query<Given<K>, Refusal<K>> => {
  const key = input === null ? null : `${op}:${JSON.stringify(input)}`
  const asked = useRef(input)
  asked.current = input
  const turn = useRef(0)
  const [view, setView] = useState<View<Given<K>, Refusal<K>>>({ key: null })

  const ask = useCallback(
    async (opening: boolean) => {
      if (key === null || asked.current === null) return
      const mine = ++turn.current
      const answer = await together(opening ? callOnce(op, asked.current) : call(op, asked.current))
      if (mine === turn.current) setView(settle(key, answer, kept))
    },
    [op, key, kept],
  )
  const reload = useCallback(() => ask(false), [ask])

  const opened = useRef(false)
  useEffect(() => {
    opened.current = true
    void ask(true)
    // An answer to the former question must not be taken for the new one's.
    const turns = turn
    return () => {
      turns.current++
    }
  }, [ask])
  useEffect(() => onClockMoved(() => void reload()), [reload])
  useDidShow(() => {
    // The first showing is the opening itself, which has just asked.
    if (opened.current && view.key !== null) void reload()
    void setClock()
  })

  const before = useMemo(() => (atOnce && key !== null ? keptUnder<Given<K>>(key)?.data : undefined), [atOnce, key])

  const current = view.key === key && key !== null
  const data = current ? view.data : before
  const refusal = current ? view.refusal : undefined
  const state = data !== undefined ? 'ready' : refusal !== undefined ? 'failed' : 'loading'
  return { state, data, refusal, keptAt: current ? view.keptAt : undefined, reload }
}

export interface Command<K extends OperationName> {
  busy: boolean
  /** Does the act; `undefined` when the same act is already under way (a double tap). */
  run: (input: Asked<K>, about?: Omit<About, 'commandId'>) => Promise<Answer<K> | undefined>
  /** The last refusal, until the next try. */
  refusal: Refusal<K> | undefined
  forget: () => void
}

/** After this it is not known whether the act was done: the same act asked again keeps its id. */
export const isUnsure = ({ code }: { code: AnyRefusal['code'] }): boolean => isSilent(code) || code === 'INTERNAL'

/** When it is sent makes no other act of it. */
const withoutSending = (name: string, value: unknown): unknown => (name === 'sentAt' ? undefined : value)

/** One act that changes something: once at a time, and once in all however often it is tried again. */
export const useCommand = <K extends OperationName>(op: K): Command<K> => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal<K> | undefined>()
  const running = useRef(false)
  const act = useRef<{ key: string; commandId: string } | null>(null)

  const run = useCallback(
    async (input: Asked<K>, about: Omit<About, 'commandId'> = {}) => {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      setRefusal(undefined)
      const key = JSON.stringify(input, withoutSending)
      if (act.current?.key !== key) act.current = { key, commandId: newId() }
      const answer = await call(op, input, { ...about, commandId: act.current.commandId })
      if (answer.ok || !isUnsure(answer)) act.current = null
      running.current = false
      setBusy(false)
      if (!answer.ok) setRefusal(answer)
      return answer
    },
    [op],
  )
  const forget = useCallback(() => setRefusal(undefined), [])
  return { busy, run, refusal, forget }
}
