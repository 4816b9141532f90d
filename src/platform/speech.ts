import { piecesOf } from '../../core/shared/pieces'
import { playSound } from './sound'
import { type SpeechPlugin, speechPlugin } from './speech-plugin'

/** Tells once whether all of it was heard. */
type OnEnd = (heard: boolean) => void

/** Longest text that the plugin takes at once, in characters. */
const PIECE = 200

const onPhone = (voice: SpeechPlugin, text: string, onEnd: OnEnd): (() => void) => {
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
export const canSpeak = (): boolean => (process.env.TARO_ENV === 'h5' ? 'speechSynthesis' in window : speechPlugin() !== undefined)

/** Says the words aloud where the phone can; gives a way to stop. */
export const speak = (text: string, onEnd: OnEnd = () => undefined): (() => void) => {
  if (process.env.TARO_ENV === 'h5') return canSpeak() ? onDesk(text, onEnd) : () => undefined
  const voice = speechPlugin()
  return voice ? onPhone(voice, text, onEnd) : () => undefined
}
