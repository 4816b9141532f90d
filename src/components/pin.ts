import type { Brush } from '../platform/picture'
import { colours } from '../theme/colours'

/** How large a pin is drawn, in points; shown at half of it, so that it is sharp. */
export const PIN = 96

/** A round pin with a white rim. */
export const paintPin = (colour: string) => (brush: Brush) => {
  for (const [radius, fill] of [
    [PIN / 2 - 2, colours.card],
    [PIN / 2 - 10, colour],
    [PIN / 8, colours.card],
  ] as const) {
    brush.beginPath()
    brush.fillStyle = fill
    brush.arc(PIN / 2, PIN / 2, radius, 0, 2 * Math.PI)
    brush.fill()
  }
}
