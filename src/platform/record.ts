import Taro from '@tarojs/taro'
import type { Picked } from './upload'

/** A voice note ends by itself after this time, in ms. */
const LONGEST_MS = 60_000

export interface Recording {
  stop: () => void
  /** What was recorded, once it was stopped or the longest time was over; undefined when nothing came of it. */
  finished: Promise<Picked | undefined>
}

let manager: Taro.RecorderManager | undefined
let begun: ((works: boolean) => void) | undefined
let ended: ((file: Picked | undefined) => void) | undefined

/** WeChat has one recorder for the whole mini-program; it is listened to once. */
const recorder = (): Taro.RecorderManager => {
  if (manager) return manager
  const only = Taro.getRecorderManager()
  only.onStart(() => begun?.(true))
  only.onStop(({ tempFilePath, fileSize }) =>
    ended?.({ name: tempFilePath.split('/').pop() ?? 'voice.mp3', size: fileSize, path: tempFilePath }),
  )
  only.onError(({ errMsg }) => {
    console.error('The voice could not be recorded', errMsg)
    begun?.(false)
    ended?.(undefined)
  })
  // A telephone call comes first; what was said until then is kept.
  only.onInterruptionBegin(() => only.stop())
  manager = only
  return only
}

const onPhone = async (): Promise<Recording | undefined> => {
  const finished = new Promise<Picked | undefined>(done => (ended = done))
  const started = new Promise<boolean>(done => (begun = done))
  recorder().start({ duration: LONGEST_MS, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 })
  return (await started) ? { stop: () => recorder().stop(), finished } : undefined
}

/** The browser's own kinds of sound, the first it can make. */
const kinds = ['audio/webm', 'audio/mp4', 'audio/ogg']

const onDesk = async (): Promise<Recording | undefined> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = kinds.find(kind => MediaRecorder.isTypeSupported(kind)) ?? ''
  const machine = new MediaRecorder(stream, { mimeType })
  const pieces: Blob[] = []
  const finished = new Promise<Picked | undefined>(done => {
    machine.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    machine.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop()
      const blob = new Blob(pieces, { type: mimeType })
      const name = `voice.${mimeType.split('/')[1] ?? 'webm'}`
      done(blob.size > 0 ? { name, size: blob.size, path: URL.createObjectURL(blob), blob } : undefined)
    })
  })
  machine.start()
  const timer = setTimeout(() => machine.stop(), LONGEST_MS)
  const stop = () => {
    clearTimeout(timer)
    if (machine.state !== 'inactive') machine.stop()
  }
  return { stop, finished }
}

/** Begins a voice note; undefined when there is no microphone or it may not be used. Only after the person pressed. */
export const record = async (): Promise<Recording | undefined> => {
  try {
    return await (process.env.TARO_ENV === 'h5' ? onDesk() : onPhone())
  } catch (error) {
    console.error('The voice could not be recorded', error)
    return undefined
  }
}
