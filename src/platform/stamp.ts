import Taro from '@tarojs/taro'

/** A short dull knock, as of a stamp on paper. */
const KNOCK_SECONDS = 0.12
const HIGH = 190
const LOW = 70

/** What sounds are made with; the phone's own and the browser's agree on it, which Taro's types do not know. */
const isAudio = (value: unknown): value is AudioContext => typeof value === 'object' && value !== null && 'createOscillator' in value

/** Plays the knock; none of it is a file, since it is only a falling tone. */
const knock = (): void => {
  const audio: unknown = process.env.TARO_ENV === 'h5' ? new AudioContext() : Taro.createWebAudioContext()
  if (!isAudio(audio)) return
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()]
  const from = audio.currentTime
  tone.frequency.setValueAtTime(HIGH, from)
  tone.frequency.exponentialRampToValueAtTime(LOW, from + KNOCK_SECONDS)
  loudness.gain.setValueAtTime(0.6, from)
  loudness.gain.exponentialRampToValueAtTime(0.01, from + KNOCK_SECONDS)
  tone.connect(loudness)
  loudness.connect(audio.destination)
  tone.start(from)
  tone.stop(from + KNOCK_SECONDS)
}

const unable = (error: unknown) => console.info('This phone cannot stamp', error)

/** Lets the person hear and feel that it is done: right after their own act, never for a page that is merely opened. A phone that cannot stays silent. */
export const stampDown = (): void => {
  try {
    if (process.env.TARO_ENV === 'weapp') Taro.vibrateShort({ type: 'medium' }).catch(unable)
    knock()
  } catch (error) {
    unable(error)
  }
}
