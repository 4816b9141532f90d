import { lasting } from '../../components/times'
import { shanghai } from '../../../core/shared/calendar'
import type { Given } from '../../platform/call'
import type { Brush } from '../../platform/picture'

export type Facts = Given<'volunteer.mine'>['certificate']

export const WIDTH = 1080
export const HEIGHT = 1440
const MIDDLE = WIDTH / 2
/** How many kinds of service find room. */
const KINDS = 4

const font = (size: number, weight = 400) => `${weight} ${size}px "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif`

const line = (brush: Brush, text: string, y: number, size: number, { colour = '#1F1A17', weight = 400 } = {}) => {
  brush.font = font(size, weight)
  brush.fillStyle = colour
  brush.textAlign = 'center'
  brush.fillText(text, MIDDLE, y)
}

const frame = (brush: Brush) => {
  brush.fillStyle = '#FAF6F0'
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  brush.strokeStyle = '#B8141A'
  brush.lineWidth = 16
  brush.strokeRect(36, 36, WIDTH - 72, HEIGHT - 72)
  brush.strokeStyle = '#F2B632'
  brush.lineWidth = 6
  brush.strokeRect(64, 64, WIDTH - 128, HEIGHT - 128)
}

const star = (brush: Brush, y: number, radius: number) => {
  brush.fillStyle = '#F2B632'
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

/** Draws the certificate of a year's service; every figure on it is the cloud's. */
export const paintCertificate =
  ({ name, orgName, year, minutes, times, kinds }: Facts, at: number) =>
  (brush: Brush) => {
    frame(brush)
    star(brush, 176, 52)
    line(brush, '志愿服务证书', 330, 92, { colour: '#B8141A', weight: 600 })
    line(brush, name, 490, 84, { weight: 600 })
    line(brush, `${year}年参加志愿服务 ${times} 次`, 610, 50)
    line(brush, '累计服务', 700, 50)
    line(brush, lasting(minutes), 830, 112, { colour: '#B8141A', weight: 600 })
    kinds.slice(0, KINDS).forEach((one, index) => {
      line(brush, `${one.kind}  ${one.times} 次  ${lasting(one.minutes)}`, 940 + index * 66, 44, { colour: '#574B44' })
    })
    line(brush, '谢谢您的奉献！', 1200, 50)
    line(brush, orgName, 1268, 44)
    line(brush, shanghai(at).format('YYYY年M月D日'), 1326, 36, { colour: '#574B44' })
  }
