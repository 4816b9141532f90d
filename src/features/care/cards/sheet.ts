import type { Given } from '../../../platform/call'
import type { Brush, Drawn } from '../../../platform/picture'
import { contactsOf } from './contacts'
import { colours } from '../../../theme/colours'

export type Printed = Given<'card.print'>['items'][number]

/** A4 at 200 dots to the inch. */
export const WIDTH = 1654
export const HEIGHT = 2339
/** Two by two: each card is of A6, large enough for eyes of eighty-two. */
const [ACROSS, DOWN] = [2, 2]
const CARD = { width: WIDTH / ACROSS, height: HEIGHT / DOWN }
const MARGIN = 56
const CODE = 236

const { ink: INK, soft: SOFT, red: RED, edge: LINE } = colours

const font = (size: number, weight = 400) => `${weight} ${size}px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`

interface Style {
  colour?: string
  weight?: number
}

/** Writes a line, in smaller letters where it would not fit. */
const write = (
  brush: Brush,
  text: string,
  x: number,
  y: number,
  size: number,
  width: number,
  { colour = INK, weight = 400 }: Style = {},
) => {
  let fitting = size
  brush.font = font(fitting, weight)
  while (fitting > 20 && brush.measureText(text).width > width) {
    fitting -= 2
    brush.font = font(fitting, weight)
  }
  brush.fillStyle = colour
  brush.textAlign = 'left'
  brush.fillText(text, x, y)
}

const rule = (brush: Brush, x: number, y: number, width: number) => {
  brush.fillStyle = RED
  brush.fillRect(x, y, width, 5)
}

/** Three groups of digits, as numbers are read aloud. */
const spaced = (phone: string) => (/^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone)

/** Who stands on paper, in order: as many as find room. */
const linesOf = (card: Printed) =>
  [...contactsOf(card), ...card.teams.map(team => ({ duty: team.name, name: team.contact, phone: team.phone }))].slice(0, 4)

const paintCard = (brush: Brush, card: Printed, code: Drawn | undefined, left: number, top: number) => {
  const x = left + MARGIN
  const width = CARD.width - 2 * MARGIN
  write(brush, '亲情服务卡', x, top + 112, 64, width, { colour: RED, weight: 700 })
  write(brush, card.branchName, x, top + 160, 30, width, { colour: SOFT })
  rule(brush, x, top + 184, width)
  write(brush, `${card.elder.name}同志，有事请打电话`, x, top + 250, 46, width, { weight: 600 })
  linesOf(card).forEach(({ duty, name, phone }, index) => {
    const y = top + 326 + index * 138
    write(brush, `${duty}  ${name}`, x, y, 40, width, { weight: 600 })
    write(brush, spaced(phone), x, y + 72, 72, width, { weight: 700 })
  })
  const bottom = top + CARD.height - MARGIN - CODE
  if (code) brush.drawImage(code, x - 18, bottom, CODE, CODE)
  const beside = x + CODE + 6
  write(brush, '微信扫一扫，', beside, bottom + 62, 34, width - CODE)
  write(brush, '看到的总是现在的人', beside, bottom + 108, 34, width - CODE)
  if (card.point) {
    write(brush, '最近的服务点', beside, bottom + 170, 28, width - CODE, { colour: SOFT })
    write(brush, card.point.name, beside, bottom + 208, 34, width - CODE, { weight: 600 })
  }
}

/** Where to cut. */
const paintCuts = (brush: Brush) => {
  brush.strokeStyle = LINE
  brush.lineWidth = 2
  brush.setLineDash([14, 12])
  for (let n = 1; n < ACROSS; n++) {
    brush.beginPath()
    brush.moveTo(n * CARD.width, 0)
    brush.lineTo(n * CARD.width, HEIGHT)
    brush.stroke()
  }
  for (let n = 1; n < DOWN; n++) {
    brush.beginPath()
    brush.moveTo(0, n * CARD.height)
    brush.lineTo(WIDTH, n * CARD.height)
    brush.stroke()
  }
  brush.setLineDash([])
}

/** Draws one A4 page of cards; `codes` are their mini-program codes in the same order. */
export const paintSheet = (cards: readonly Printed[]) => (brush: Brush, codes: readonly Drawn[]) => {
  brush.fillStyle = colours.card
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  cards.forEach((card, index) =>
    paintCard(brush, card, codes[index], (index % ACROSS) * CARD.width, Math.floor(index / ACROSS) * CARD.height),
  )
  paintCuts(brush)
}

/** A code as the canvas reads it. WeChat gives JPEG, the desk PNG; the first letters of the content tell which. */
export const codeSource = ({ code }: Pick<Printed, 'code'>): string =>
  `data:image/${code.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${code}`
