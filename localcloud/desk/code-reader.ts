import jsQR from 'jsqr'

/** What a phone held before another one sees: the codes on its screen, whichever way its page draws them. */

/** Smaller than this a picture is no code to be scanned, px. */
const SMALLEST = 80
/** How large a picture is drawn for reading, with a white rim as every code needs, px. */
const SIDE = 600
const RIM = 40

/** The text of the first code in sight on the phone; undefined where there is none. */
export async function codeOn(frame: HTMLIFrameElement): Promise<string | undefined> {
  for (const element of frame.contentDocument?.querySelectorAll('*') ?? []) {
    if (!mayBeCode(element, frame)) continue
    const picture = await pictureOf(element).catch(() => undefined)
    const text = picture === undefined ? undefined : read(picture)
    if (text !== undefined) return text
  }
  return undefined
}

function mayBeCode(element: Element, frame: HTMLIFrameElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width < SMALLEST || height < SMALLEST || Math.abs(width - height) > width / 4) return false
  const [x, y] = [left + width / 2, top + height / 2]
  const inSight = x > 0 && y > 0 && x < frame.clientWidth && y < frame.clientHeight
  return inSight && element.checkVisibility({ visibilityProperty: true })
}

/** A canvas, a picture, a drawing or a background; the element is of another window, with classes of its own. */
async function pictureOf(element: Element): Promise<CanvasImageSource | undefined> {
  const theirs = element.ownerDocument.defaultView
  if (theirs === null) return undefined
  if (element instanceof theirs.HTMLCanvasElement) return element
  if (element instanceof theirs.HTMLImageElement) return loaded(element.currentSrc)
  if (element instanceof theirs.SVGSVGElement)
    return loaded(`data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(element))}`)
  const background = getComputedStyle(element).backgroundImage
  const address = /^url\("(.*)"\)$/.exec(background)?.[1]
  return address === undefined ? undefined : loaded(address.replaceAll('\\"', '"'))
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}

function read(picture: CanvasImageSource): string | undefined {
  const canvas = new OffscreenCanvas(SIDE, SIDE)
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, SIDE, SIDE)
  context.drawImage(picture, RIM, RIM, SIDE - 2 * RIM, SIDE - 2 * RIM)
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  return jsQR(data, SIDE, SIDE)?.data
}
