import { encode } from 'uqr'
import { frame, line, star, WIDTH } from '../../../components/paper'
import type { Given } from '../../../platform/call'
import type { Brush } from '../../../platform/picture'
import { colours } from '../../../theme/colours'
import { sayDate } from '../../../../core/people/public'
import { honourLink } from './links'

export type Honour = Given<'honour.list'>['items'][number]

/** How wide the code stands on the picture: a phone reads it from a print of a hand's breadth. */
const CODE = 260

/** A code in the middle, drawn cell by cell. */
const drawCode = (brush: Brush, text: string, top: number) => {
  const { data, size } = encode(text, { border: 2, ecc: 'M' })
  const cell = Math.floor(CODE / size)
  const left = Math.floor((WIDTH - cell * size) / 2)
  brush.fillStyle = colours.card
  brush.fillRect(left, top, cell * size, cell * size)
  brush.fillStyle = colours.ink
  data.forEach((row, y) => row.forEach((dark, x) => dark && brush.fillRect(left + x * cell, top + y * cell, cell, cell)))
}

/** Draws the certificate of an honour, with the code that proves it. */
export const paintHonour =
  ({ name, title, reason, orgName, on, code }: Honour) =>
  (brush: Brush) => {
    frame(brush)
    star(brush, 160, 48)
    line(brush, '荣誉证书', 300, 92, { colour: colours.red, weight: 600 })
    line(brush, `${name}同志`, 440, 78, { weight: 600 })
    line(brush, title, 580, 104, { colour: colours.red, weight: 600 })
    line(brush, reason, 680, 44, { colour: colours.soft })
    line(brush, '特发此证，感谢您的付出', 770, 50)
    line(brush, orgName, 880, 50)
    line(brush, sayDate(on), 950, 44, { colour: colours.soft })
    if (code === undefined) return
    drawCode(brush, honourLink(code), 1010)
    line(brush, '微信扫一扫，验证真伪', 1330, 38, { colour: colours.soft })
  }
