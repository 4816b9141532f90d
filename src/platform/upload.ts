import Taro from '@tarojs/taro'
import { chance } from './chance'
import { openid } from './who'

/** A file chosen by the person and not yet sent. */
export interface Picked {
  name: string
  /** Bytes. */
  size: number
  /** Where it lies on the phone; for pictures also what an `Image` shows. */
  path: string
  blob?: Blob
}

/** Files of the disk, on the desk. */
export const pickOnDesk = (accept: string, many: boolean) =>
  new Promise<Picked[]>(chosen => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = many
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])]
      chosen(files.map(file => ({ name: file.name, size: file.size, path: URL.createObjectURL(file), blob: file })))
    })
    input.addEventListener('cancel', () => chosen([]))
    input.click()
  })

/** Up to `count` pictures from the camera or the album; none when the person turned back. */
export const pickPhotos = async (count: number): Promise<Picked[]> => {
  if (process.env.TARO_ENV === 'h5') return (await pickOnDesk('image/*', count > 1)).slice(0, count)
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map(file => ({ name: file.tempFilePath.split('/').pop() ?? 'photo', size: file.size, path: file.tempFilePath }))
  } catch {
    // Turning back is told as an error.
    return []
  }
}

/** One workbook: on the phone from a chat (that is where a roster lies), on the desk from the disk. */
export const pickWorkbook = async (): Promise<Picked | undefined> => {
  if (process.env.TARO_ENV === 'h5') return (await pickOnDesk('.xlsx', false))[0]
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] })
    return tempFiles[0]
  } catch {
    // Turning back is told as an error.
    return undefined
  }
}

const fileIdOf = (text: string): string => {
  const said: unknown = JSON.parse(text)
  if (typeof said === 'object' && said !== null && 'fileId' in said && typeof said.fileId === 'string') return said.fileId
  throw new Error('The storage gave no file id')
}

const sendFromDesk = (file: Picked, onProgress: (percent: number) => void) =>
  new Promise<string>((sent, failed) => {
    const form = new FormData()
    form.append('file', file.blob ?? new Blob(), file.name)
    const request = new XMLHttpRequest()
    request.open('POST', '/upload')
    request.setRequestHeader('x-wx-openid', openid())
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0))
    request.addEventListener('error', () => failed(new Error('The storage was not reached')))
    request.addEventListener('load', () => {
      try {
        sent(fileIdOf(request.responseText))
      } catch (error) {
        failed(error instanceof Error ? error : new Error('The storage gave no answer'))
      }
    })
    request.send(form)
  })

/** A name for a file that no one can guess: 160 bits from the phone's own source of chance. */
const secretName = async () => Array.from(await chance(20), byte => byte.toString(16).padStart(2, '0')).join('')

const sendFromPhone = async (file: Picked, onProgress: (percent: number) => void) => {
  const name = await secretName()
  return new Promise<string>((sent, failed) => {
    const ending = /\.[a-z0-9]+$/i.exec(file.name)?.[0] ?? ''
    // What others are shown, and what only the cloud reads: the storage's rules tell them apart (config/storage-rules.ts).
    const folder = ending.toLowerCase() === '.xlsx' ? 'rosters' : 'shown'
    const task = Taro.cloud.uploadFile({
      cloudPath: `${folder}/${name}${ending}`,
      filePath: file.path,
      success: ({ fileID }) => sent(fileID),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    })
    if ('onProgressUpdate' in task) task.onProgressUpdate(({ progress }) => onProgress(progress))
  })
}

/** Sends a chosen file to the storage and gives its file id; undefined when it did not get there. `onProgress` hears percents. */
export const upload = async (file: Picked, onProgress: (percent: number) => void = () => undefined): Promise<string | undefined> => {
  try {
    return await (process.env.TARO_ENV === 'h5' ? sendFromDesk(file, onProgress) : sendFromPhone(file, onProgress))
  } catch (error) {
    console.error('The file could not be sent', error)
    return undefined
  }
}
