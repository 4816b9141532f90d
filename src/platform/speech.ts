import Taro from '@tarojs/taro'
import { piecesOf } from '../../core/shared/pieces'
import { playSound } from './sound'

/** Tells once whether all of it was heard. */
type OnEnd = (heard: boolean) => void

/** What is used of WeChat's own plugin for speech, where the mini-program has it (docs/deploy.md). */
interface Plugin {
  textToSpeech: (asked: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: () => void
  }) => void
}
const isPlugin = (value: unknown): value is Plugin => typeof value === 'object' && value !== null && 'textToSpeech' in value

const plugin = (): Plugin | undefined => {
  if (process.env.SPEECH_PLUGIN === '') return undefined
  const found: unknown = Taro.requirePlugin('WechatSI')
  return isPlugin(found) ? found : undefined
}

/** Longest text that the plugin takes at once, in characters. */
const PIECE = 200

const onPhone = (voice: Plugin, text: string, onEnd: OnEnd): (() => void) => {
  let stop: (() => void) | undefined
  let stopped = false
  const say = ([piece, ...rest]: readonly string[]) => {
    if (stopped) return
    if (piece === undefined) {
      onEnd(true)
      return
    }
    voice.textToSpeech({
      ...{ lang: 'zh_CN', tts: true, content: piece },
      success: ({ filename }) => {
        if (!stopped) stop = playSound(filename, heard => (heard ? say(rest) : onEnd(false)))
      },
      fail: () => onEnd(false),
    })
  }
  say(piecesOf(text, PIECE))
  return () => {
    stopped = true
    stop?.()
  }
}

const onDesk = (text: string, onEnd: OnEnd): (() => void) => {
  const words = new SpeechSynthesisUtterance(text)
  words.lang = 'zh-CN'
  // Slowly, for old ears.
  words.rate = 0.9
  words.addEventListener('end', () => onEnd(true))
  words.addEventListener('error', () => onEnd(false))
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(words)
  return () => window.speechSynthesis.cancel()
}

/** Can this phone say words aloud? Where it cannot, nothing offers to. */
export const canSpeak = (): boolean => (process.env.TARO_ENV === 'h5' ? 'speechSynthesis' in window : plugin() !== undefined)

/** Says the words aloud where the phone can; gives a way to stop. */
export const speak = (text: string, onEnd: OnEnd = () => undefined): (() => void) => {
  if (process.env.TARO_ENV === 'h5') return canSpeak() ? onDesk(text, onEnd) : () => undefined
  const voice = plugin()
  return voice ? onPhone(voice, text, onEnd) : () => undefined
}
