import Taro from '@tarojs/taro'

const onDesk = (source: string, onEnd: (heard: boolean) => void) => {
  const audio = new Audio(source)
  audio.addEventListener('ended', () => onEnd(true))
  audio.addEventListener('error', () => onEnd(false))
  audio.play().catch(() => onEnd(false))
  return () => audio.pause()
}

const onPhone = (source: string, onEnd: (heard: boolean) => void) => {
  const audio = Taro.createInnerAudioContext()
  audio.src = source
  const end = (heard: boolean) => {
    audio.destroy()
    onEnd(heard)
  }
  audio.onEnded(() => end(true))
  audio.onError(() => end(false))
  audio.play()
  return () => {
    audio.stop()
    audio.destroy()
  }
}

/** Plays a sound (a path on the phone, or what `shownFile` gives); tells once how it ended. Gives a way to stop it. */
export const playSound = (source: string, onEnd: (heard: boolean) => void): (() => void) =>
  process.env.TARO_ENV === 'h5' ? onDesk(source, onEnd) : onPhone(source, onEnd)
