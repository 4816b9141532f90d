import Taro from '@tarojs/taro'
import { openFile } from './download'

/** What can be drawn with; the phone's canvas and the browser's agree on these. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font' | 'textAlign' | 'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'stroke' | 'fill' | 'drawImage' | 'setLineDash' // prettier-ignore
>

const isBrush = (value: unknown): value is Brush => typeof value === 'object' && value !== null && 'fillText' in value

const isPageCanvas = (value: unknown): value is Taro.Canvas => typeof value === 'object' && value !== null && 'getContext' in value

/** WeChat takes an off-screen canvas wherever it takes one of the page; Taro's types do not know that. */
const asPageCanvas = (canvas: unknown): Taro.Canvas => {
  if (isPageCanvas(canvas)) return canvas
  throw new Error('This is no canvas')
}

/** What a brush draws as a picture: the phone's own image or the browser's. */
export type Drawn = CanvasImageSource
const isDrawn = (value: unknown): value is Drawn => typeof value === 'object' && value !== null && 'src' in value && 'width' in value

interface Loading {
  src: string
  onload: unknown
  onerror: unknown
}

/** Waits until a picture (an address, or its content as `data:`) can be drawn. */
const loaded = (image: Loading, src: string): Promise<Drawn> =>
  new Promise((done, failed) => {
    image.onload = () => (isDrawn(image) ? done(image) : failed(new Error('This is no picture')))
    image.onerror = () => failed(new Error('The picture could not be read'))
    image.src = src
  })

type Paint = (brush: Brush, pictures: readonly Drawn[]) => void

/** A picture that is yet to be drawn. */
export interface Picture {
  width: number
  height: number
  paint: (brush: Brush) => void
}

const onPhone = async (width: number, height: number, sources: readonly string[], paint: Paint): Promise<string> => {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const brush: unknown = canvas.getContext('2d')
  if (!isBrush(brush)) throw new Error('This phone cannot draw')
  paint(brush, await Promise.all(sources.map(src => loaded(asPageCanvas(canvas).createImage(), src))))
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: asPageCanvas(canvas),
    fileType: 'png',
    destWidth: width,
    destHeight: height,
  })
  return tempFilePath
}

const onDesk = async (width: number, height: number, sources: readonly string[], paint: Paint): Promise<string> => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This browser cannot draw')
  paint(brush, await Promise.all(sources.map(src => loaded(new Image(), src))))
  return canvas.toDataURL('image/png')
}

/** Draws a picture of so many points, out of the pictures of `sources` where there are any, and gives what an `Image` shows; undefined where the phone cannot. */
export const drawPicture = async (
  width: number,
  height: number,
  paint: Paint,
  sources: readonly string[] = [],
): Promise<string | undefined> => {
  try {
    return await (process.env.TARO_ENV === 'h5' ? onDesk : onPhone)(width, height, sources, paint)
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

/** Whether this can be printed from directly: the browser's own dialog, which makes a PDF too. A phone keeps pictures instead. */
export const canPrint = process.env.TARO_ENV === 'h5'

const escaped = (text: string) => text.replace(/[&<>"]/gu, letter => `&#${String(letter.charCodeAt(0))};`)

/** Opens the browser's print dialog with one picture to an A4 page. */
export const printPictures = (paths: readonly string[], title: string) => {
  const frame = document.createElement('iframe')
  frame.style.display = 'none'
  frame.title = title
  frame.addEventListener('load', () => {
    // The dialog is modal; when it closes, the frame has done its work.
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
    frame.contentWindow?.print()
  })
  const pages = paths.map(path => `<img src="${escaped(path)}">`).join('')
  frame.srcdoc = `<title>${escaped(title)}</title><style>@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:296.5mm;break-after:page}</style>${pages}`
  document.body.append(frame)
}
