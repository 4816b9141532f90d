import type { Given } from '../../../platform/call'
import type { Brush, Drawn } from '../../../platform/picture'
import { colours } from '../../../theme/colours'

type Door = Given<'station.print'>

/** A4 upright, in points of the drawing. */
export const [WIDTH, HEIGHT] = [1240, 1754]
const MIDDLE = WIDTH / 2
const CODE = 720
const FONT = 'sans-serif'

/** Draws what hangs at the door: the name, the code, what it is good for, the hours and the number. */
export const paintDoor =
  ({ name, address, phone, hours }: Door) =>
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
    write(`开门时间 ${hours.from} — ${hours.to}`, 310, 60, colours.ink)
    const [code] = pictures
    if (code) brush.drawImage(code, MIDDLE - CODE / 2, 390, CODE, CODE)
    write('打开微信，扫一扫', 1220, 72, colours.ink, true)
    write('值班签到 · 要人帮忙 · 留一句话', 1330, 60, colours.ink)
    if (address !== '') write(address, 1480, 52, colours.soft)
    if (phone !== undefined) write(`电话 ${phone}`, 1580, 72, colours.ink, true)
  }
