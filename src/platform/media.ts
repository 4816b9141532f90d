import Taro from '@tarojs/taro'
import { phoneNow } from './clock'
import { pickOnDesk, type Picked } from './upload'

/** A recording or film that was chosen, with its length in seconds, where the phone knows it. */
export interface PickedMedia extends Picked {
  seconds: number | undefined
}

/** A phone that does not say by then how long a recording is does not say it at all. */
const PATIENCE_MS = 5000

const whole = (seconds: number): number | undefined => (Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds) : undefined)

const lengthOnDesk = (path: string) =>
  new Promise<number | undefined>(known => {
    const audio = new Audio(path)
    audio.addEventListener('loadedmetadata', () => known(whole(audio.duration)))
    audio.addEventListener('error', () => known(undefined))
  })

/** The player of a phone knows the length a moment after it can play. */
const lengthOnPhone = (path: string) =>
  new Promise<number | undefined>(known => {
    const audio = Taro.createInnerAudioContext()
    const began = phoneNow()
    const end = (seconds: number | undefined) => {
      audio.destroy()
      known(seconds)
    }
    const look = () => {
      const seconds = whole(audio.duration)
      if (seconds !== undefined || phoneNow() - began > PATIENCE_MS) end(seconds)
      else setTimeout(look, 200)
    }
    audio.onCanplay(look)
    audio.onError(() => end(undefined))
    audio.src = path
  })

const withLength = async (file: Picked | undefined): Promise<PickedMedia | undefined> =>
  file && { ...file, seconds: await (process.env.TARO_ENV === 'h5' ? lengthOnDesk : lengthOnPhone)(file.path) }

/** One recording: on the phone from a chat, on the desk from the disk; undefined when the person turned back. */
export const pickSound = async (): Promise<PickedMedia | undefined> => {
  if (process.env.TARO_ENV === 'h5') return withLength((await pickOnDesk('audio/*', false))[0])
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['mp3', 'm4a', 'aac', 'wav'] })
    return await withLength(tempFiles[0])
  } catch {
    // Turning back is told as an error.
    return undefined
  }
}

/** One film from the album or the camera; undefined when the person turned back. */
export const pickFilm = async (): Promise<PickedMedia | undefined> => {
  if (process.env.TARO_ENV === 'h5') return withLength((await pickOnDesk('video/*', false))[0])
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['video'], sourceType: ['album', 'camera'] })
    const [file] = tempFiles
    return (
      file && {
        name: file.tempFilePath.split('/').pop() ?? 'film.mp4',
        size: file.size,
        path: file.tempFilePath,
        seconds: whole(file.duration),
      }
    )
  } catch {
    return undefined
  }
}
