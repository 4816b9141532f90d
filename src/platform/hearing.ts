import { useEffect, useRef, useState } from 'react'
import { speechPlugin, type Ear } from './speech-plugin'
import { createStore, useStore } from './store'

/** It stops listening by itself after this time, in ms: the plugin takes no longer. */
const LONGEST_MS = 60_000

/** Told everything that was understood since it began, again and again; and once at the end whether anything was. */
interface Listener {
  onWords: (words: string) => void
  onEnd: (heard: boolean) => void
}

let ear: Ear | undefined

/** Listens until it is stopped or the longest time is over; gives a way to stop. */
const onPhone = ({ onWords, onEnd }: Listener): (() => void) => {
  const plugin = speechPlugin()
  if (!plugin) {
    onEnd(false)
    return () => undefined
  }
  ear ??= plugin.getRecordRecognitionManager()
  const only = ear
  only.onStart = () => undefined
  only.onRecognize = ({ result }) => onWords(result)
  only.onStop = ({ result }) => {
    if (result !== '') onWords(result)
    onEnd(result !== '')
  }
  only.onError = ({ retcode, msg }) => {
    console.error('The words could not be heard', retcode, msg)
    onEnd(false)
  }
  only.start({ duration: LONGEST_MS, lang: 'zh_CN' })
  return () => only.stop()
}

/** The browser's own recognition, as far as it is used; no type of the DOM names it. */
interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void
  onerror: (event: { error: string }) => void
  onend: () => void
  start: () => void
  stop: () => void
}
type Recognizer = new () => Recognition
const isRecognizer = (value: unknown): value is Recognizer => typeof value === 'function'
const recognizer = (): Recognizer | undefined => {
  const its: unknown = Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition')
  return isRecognizer(its) ? its : undefined
}

const onDesk = ({ onWords, onEnd }: Listener): (() => void) => {
  const Its = recognizer()
  if (!Its) {
    onEnd(false)
    return () => undefined
  }
  const recognition = new Its()
  let heard = false
  recognition.lang = 'zh-CN'
  recognition.continuous = true
  recognition.interimResults = true
  recognition.onresult = ({ results }) => {
    const words = Array.from(results, one => one[0]?.transcript ?? '').join('')
    heard ||= words !== ''
    onWords(words)
  }
  recognition.onerror = ({ error }) => console.error('The words could not be heard', error)
  const timer = setTimeout(() => recognition.stop(), LONGEST_MS)
  recognition.onend = () => {
    clearTimeout(timer)
    onEnd(heard)
  }
  recognition.start()
  return () => recognition.stop()
}

/** Can what is said become written words here? Where it cannot, a voice note is the way (`record`). */
export const canHear = (): boolean => (process.env.TARO_ENV === 'h5' ? recognizer() : speechPlugin()) !== undefined

const failed = createStore(false)
/** Written words can be had by speaking, and have not failed yet: a voice note need not be offered beside. */
export const useHears = (): boolean => !useStore(failed) && canHear()

export type Hearing = 'still' | 'hearing' | 'writing' | 'heard' | 'unheard'

/** There is one microphone: while one field listens, a press at another ends that first. */
let running: (() => void) | undefined

/** What is said appears in a field of text, after what stands there, while it is spoken; to be read and mended before it is sent. */
export const useHearing = (value: string, onChange: (value: string) => void): { state: Hearing; press: () => void } => {
  const [state, setState] = useState<Hearing>('still')
  const latest = useRef(onChange)
  latest.current = onChange
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const begin = () => {
    const before = value
    const listening = { over: false }
    const onEnd = (heard: boolean) => {
      if (listening.over) return
      listening.over = true
      stop.current = running = undefined
      if (!heard) failed.set(true)
      setState(heard ? 'heard' : 'unheard')
    }
    setState('hearing')
    const end = (process.env.TARO_ENV === 'h5' ? onDesk : onPhone)({ onWords: words => latest.current(before + words), onEnd })
    if (!listening.over) stop.current = running = end
  }
  const press = () => {
    if (stop.current) {
      setState('writing')
      stop.current()
    } else if (running) running()
    else begin()
  }
  return { state, press }
}
