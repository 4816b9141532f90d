import Taro from '@tarojs/taro'

/** What is told while a recording plays. */
export interface Listener {
  /** Where it is, and how long it is, in seconds; some times a second. */
  onTime: (at: number, length: number) => void
  onState: (state: 'playing' | 'paused' | 'ended' | 'failed') => void
}

/** A recording that was begun. */
export interface Player {
  play: () => void
  pause: () => void
  seek: (at: number) => void
  /** Stops it for good. */
  end: () => void
}

interface Recording {
  /** What `shownFile` gives. */
  source: string
  /** Stands on the locked screen of the phone. */
  title: string
  /** Where it begins, in seconds. */
  from: number
}

const onDesk = ({ source, from }: Recording, { onTime, onState }: Listener): Player => {
  const audio = new Audio(source)
  audio.addEventListener('loadedmetadata', () => (audio.currentTime = from))
  audio.addEventListener('timeupdate', () => onTime(audio.currentTime, audio.duration))
  audio.addEventListener('playing', () => onState('playing'))
  audio.addEventListener('pause', () => onState('paused'))
  audio.addEventListener('ended', () => onState('ended'))
  audio.addEventListener('error', () => onState('failed'))
  const play = () => void audio.play().catch(() => onState('failed'))
  play()
  return { play, pause: () => audio.pause(), seek: at => (audio.currentTime = at), end: () => audio.pause() }
}

type Manager = ReturnType<typeof Taro.getBackgroundAudioManager>
/** WeChat has one player that goes on while the screen sleeps; it tells the recording that was begun last. */
let manager: Manager | undefined
let listener: Listener | undefined

const theManager = (): Manager => {
  if (manager) return manager
  const only = Taro.getBackgroundAudioManager()
  only.onTimeUpdate(() => listener?.onTime(only.currentTime, only.duration))
  only.onPlay(() => listener?.onState('playing'))
  only.onPause(() => listener?.onState('paused'))
  only.onStop(() => listener?.onState('paused'))
  only.onEnded(() => listener?.onState('ended'))
  only.onError(() => listener?.onState('failed'))
  return (manager = only)
}

const onPhone = ({ source, title, from }: Recording, on: Listener): Player => {
  const only = theManager()
  listener = on
  only.title = title
  only.startTime = from
  // Playing begins with the source.
  only.src = source
  return {
    play: () => only.play(),
    pause: () => only.pause(),
    seek: at => only.seek(at),
    end: () => {
      if (listener !== on) return
      listener = undefined
      only.stop()
    },
  }
}

/** Plays a recording from a place on; on a phone it goes on while the screen sleeps. */
export const startPlayer = (recording: Recording, on: Listener): Player => (process.env.TARO_ENV === 'h5' ? onDesk : onPhone)(recording, on)
