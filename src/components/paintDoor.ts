import type { Brush, Drawn } from '../platform/picture'
import { colours } from '../theme/colours'

/** What hangs at a door: a name, a code (a picture in base64), and what is written about it. */
export interface Door {
  name: string
  code: string
  /** Above the code. */
  head?: string
  /** What it is good for. */
  good: string
  /** Below, one line each, the last one large. */
  foot: readonly string[]
}

/** A4 upright, in points of the drawing. */
export const [WIDTH, HEIGHT] = [1240, 1754]
const MIDDLE = WIDTH / 2
const CODE = 720
const FONT = 'sans-serif'

/** Draws what hangs at the door: the name, the code, what it is good for. */
export const paintDoor =
  ({ name, head, good, foot }: Door) =>
  (brush: Brush, pictures: readonly Drawn[]): void => {
    brush.fillStyle = colours.card
    brush.fillRect(0, 0, WIDTH, HEIGHT)
    brush.textAlign = 'center'
    const write = (words: string, y: number, size: number, colour: string, bold = false) => {
      brush.fillStyle = colour
      brush.font = `${bold ? 'bold ' : ''}${String(size)}px ${FONT}`
      brush.fillText(words, MIDDLE, y)
    }
    write(name, 200, Math.min(96, Math.floor((WIDTH - 160) / Math.max(1, name.length))), colours.red, true)
    if (head !== undefined) write(head, 310, 60, colours.ink)
    const [code] = pictures
    if (code) brush.drawImage(code, MIDDLE - CODE / 2, 390, CODE, CODE)
    write('打开微信，扫一扫', 1220, 72, colours.ink, true)
    write(good, 1330, 60, colours.ink)
    for (const [nth, line] of foot.entries())
      write(line, 1480 + nth * 100, nth > 0 ? 72 : 52, nth > 0 ? colours.ink : colours.soft, nth > 0)
  }
