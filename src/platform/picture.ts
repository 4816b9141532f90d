import Taro from '@tarojs/taro'
import { openFile } from './download'

/** What can be drawn with; the phone's canvas and the browser's agree on these. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font' | 'textAlign' | 'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'stroke' | 'fill' // prettier-ignore
>

const isBrush = (value: unknown): value is Brush => typeof value === 'object' && value !== null && 'fillText' in value

const isPageCanvas = (value: unknown): value is Taro.Canvas => typeof value === 'object' && value !== null && 'getContext' in value

/** WeChat takes an off-screen canvas wherever it takes one of the page; Taro's types do not know that. */
const asPageCanvas = (canvas: unknown): Taro.Canvas => {
  if (isPageCanvas(canvas)) return canvas
  throw new Error('This is no canvas')
}

const onPhone = async (width: number, height: number, paint: (brush: Brush) => void): Promise<string> => {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const brush: unknown = canvas.getContext('2d')
  if (!isBrush(brush)) throw new Error('This phone cannot draw')
  paint(brush)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: asPageCanvas(canvas),
    fileType: 'png',
    destWidth: width,
    destHeight: height,
  })
  return tempFilePath
}

const onDesk = (width: number, height: number, paint: (brush: Brush) => void): string => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This browser cannot draw')
  paint(brush)
  return canvas.toDataURL('image/png')
}

/** Draws a picture of so many points and gives what an `Image` shows; undefined where the phone cannot. */
export const drawPicture = async (width: number, height: number, paint: (brush: Brush) => void): Promise<string | undefined> => {
  try {
    return process.env.TARO_ENV === 'h5' ? onDesk(width, height, paint) : await onPhone(width, height, paint)
  } catch (error) {
    console.error('The picture could not be drawn', error)
    return undefined
  }
}

/** Puts a drawn picture into the phone's album; on the desk it is a file. False when the person or the phone said no. */
export const savePicture = async (path: string, name: string): Promise<boolean> => {
  if (process.env.TARO_ENV === 'h5') return openFile({ url: path, name })
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return true
  } catch (error) {
    console.error('The picture was not saved', error)
    return false
  }
}
