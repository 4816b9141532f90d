type Tell = () => void

/** What a test sees and does of WeChat's one player. */
export interface PlayerHeard {
  title: string
  startTime: number
  /** Where it was moved to by hand. */
  sought: readonly number[]
  stopped: boolean
  /** It plays from one second to another, and tells of each. */
  plays: (from: number, to: number) => void
  /** The recording is over. */
  ends: () => void
}

/** WeChat's player that goes on while the screen sleeps, in the shape that its manual has it. */
export const soundPlayer = () => {
  const tell: Record<string, Tell> = {}
  const say = (event: string) => tell[event]?.()
  const sought: number[] = []
  const on = (event: string) => (act: Tell) => void (tell[event] = act)
  const manager = {
    ...{ title: '', startTime: 0, src: '', currentTime: 0, duration: 600 },
    ...{ onTimeUpdate: on('time'), onPlay: on('play'), onPause: on('pause'), onStop: on('stop'), onEnded: on('end'), onError: on('error') },
    play: () => say('play'),
    pause: () => say('pause'),
    seek: (at: number) => void sought.push(at),
    stop: () => {
      heard.stopped = true
      say('stop')
    },
  }
  const heard: PlayerHeard = {
    get title() {
      return manager.title
    },
    get startTime() {
      return manager.startTime
    },
    sought,
    stopped: false,
    plays: (from: number, to: number) => {
      say('play')
      for (let at = from; at <= to; at++) {
        manager.currentTime = at
        say('time')
      }
    },
    ends: () => say('end'),
  }
  return { manager, heard }
}
