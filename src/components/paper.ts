import type { Brush } from '../platform/picture'
import { colours } from '../theme/colours'

/** Pictures to keep: upright, as a printed card. */
export const WIDTH = 1080
export const HEIGHT = 1440
const MIDDLE = WIDTH / 2

const font = (size: number, weight: number) => `${weight} ${size}px "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif`

/** One line of words in the middle; made smaller where it would not fit. */
export const line = (
  brush: Brush,
  text: string,
  y: number,
  size: number,
  { colour = colours.ink, weight = 400 }: { colour?: string; weight?: number } = {},
) => {
  brush.font = font(size, weight)
  const fits = Math.min(1, (WIDTH - 220) / Math.max(1, brush.measureText(text).width))
  brush.font = font(Math.floor(size * fits), weight)
  brush.fillStyle = colour
  brush.textAlign = 'center'
  brush.fillText(text, MIDDLE, y)
}

/** Paper with a frame of red and gold; `plain` where nothing is to shine. */
export const frame = (brush: Brush, plain = false) => {
  brush.fillStyle = colours.paper
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  brush.strokeStyle = plain ? colours.soft : colours.red
  brush.lineWidth = plain ? 6 : 16
  brush.strokeRect(36, 36, WIDTH - 72, HEIGHT - 72)
  if (plain) return
  brush.strokeStyle = colours.gold
  brush.lineWidth = 6
  brush.strokeRect(64, 64, WIDTH - 128, HEIGHT - 128)
}

/** A gold star in the middle. */
export const star = (brush: Brush, y: number, radius: number) => {
  brush.fillStyle = colours.gold
  brush.beginPath()
  for (let point = 0; point < 10; point++) {
    const angle = (point * Math.PI) / 5 - Math.PI / 2
    const reach = point % 2 === 0 ? radius : radius * 0.4
    const [x, at] = [MIDDLE + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    if (point === 0) brush.moveTo(x, at)
    else brush.lineTo(x, at)
  }
  brush.fill()
}
