import { shanghai } from '../../core/shared/calendar'
import type { Brush, Picture } from '../platform/picture'
import { colours } from '../theme/colours'
import { weekday } from './times'

/** A chat shows cards five to four. */
const [WIDTH, HEIGHT] = [1000, 800]
const EDGE = 40
const PAD = 88
const BLOCK = 224

interface ShareFacts {
  /** Over the title: what it is and whose. */
  over: string
  title: string
  /** The day of it as a leaf of a calendar, or two characters as a seal. */
  block: number | string
  /** When, where: a line each. */
  lines: readonly string[]
  /** What stands large at the foot: how many places are left. */
  large: string
}

const letters = (brush: Brush, size: number, colour: string, weight = 400) => {
  brush.font = `${weight} ${size}px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`
  brush.fillStyle = colour
}

/** The words in lines no wider than `width`; what does not go into so many lines is cut off. */
const inLines = (brush: Brush, words: string, width: number, most: number): string[] => {
  const lines = ['']
  for (const one of words) {
    const line = `${lines.at(-1) ?? ''}${one}`
    if (brush.measureText(line).width <= width) lines[lines.length - 1] = line
    else if (lines.length < most) lines.push(one)
    else {
      lines[lines.length - 1] = `${(lines.at(-1) ?? '').slice(0, -1)}…`
      break
    }
  }
  return lines
}

const pin = (brush: Brush, x: number, y: number, radius: number) => {
  brush.beginPath()
  brush.arc(x, y, radius, 0, 2 * Math.PI)
  brush.fillStyle = colours.gold
  brush.fill()
  brush.lineWidth = 4
  brush.strokeStyle = colours.ink
  brush.stroke()
}

const box = (brush: Brush, [x, y, width, height]: readonly [number, number, number, number], fill: string, edge: string, rule: number) => {
  brush.fillStyle = fill
  brush.fillRect(x, y, width, height)
  brush.lineWidth = rule
  brush.strokeStyle = edge
  brush.strokeRect(x, y, width, height)
}

/** A leaf of a calendar held by a pin, or a seal. */
const block = (brush: Brush, what: number | string, top: number) => {
  const middle = PAD + BLOCK / 2
  box(brush, [PAD, top, BLOCK, BLOCK], colours.card, colours.redDeep, 6)
  brush.textAlign = 'center'
  if (typeof what === 'string') {
    letters(brush, 96, colours.redDeep, 700)
    brush.fillText(what, middle, top + BLOCK / 2 + 34)
    return
  }
  letters(brush, 40, colours.ink, 600)
  brush.fillText(shanghai(what).format('M月'), middle, top + 52)
  letters(brush, 100, colours.redDeep, 700)
  brush.fillText(shanghai(what).format('D'), middle, top + 144)
  box(brush, [PAD, top + 166, BLOCK, 0], colours.card, colours.redDeep, 4)
  letters(brush, 38, colours.ink)
  brush.fillText(weekday(what), middle, top + 209)
}

/** The picture of a card in a chat: a notice on its board, with what holds at this moment. */
export const sharePicture = ({ over, title, block: what, lines, large }: ShareFacts): Picture => ({
  width: WIDTH,
  height: HEIGHT,
  paint: brush => {
    brush.fillStyle = colours.paper
    brush.fillRect(0, 0, WIDTH, HEIGHT)
    box(brush, [EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE], colours.card, colours.ink, 4)
    pin(brush, WIDTH / 2, EDGE, 22)
    const top = 112
    block(brush, what, top)
    const [left, width] = [PAD + BLOCK + 44, WIDTH - PAD - (PAD + BLOCK + 44)]
    brush.textAlign = 'left'
    letters(brush, 36, colours.soft)
    brush.fillText(inLines(brush, over, width, 1)[0] ?? '', left, top + 34)
    letters(brush, 68, colours.ink, 700)
    inLines(brush, title, width, 2).forEach((line, index) => brush.fillText(line, left, top + 122 + index * 88))
    // The rule between what it is and when it is.
    brush.fillStyle = colours.gold
    brush.fillRect(PAD, 378, WIDTH - 2 * PAD, 4)
    letters(brush, 44, colours.ink)
    lines.slice(0, 2).forEach((line, index) => brush.fillText(inLines(brush, line, WIDTH - 2 * PAD, 1)[0] ?? '', PAD, 450 + index * 70))
    letters(brush, 84, colours.redDeep, 700)
    brush.fillText(inLines(brush, large, WIDTH - 2 * PAD, 1)[0] ?? '', PAD, 676)
  },
})
