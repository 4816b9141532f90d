import { frame, line, star } from '../../../components/paper'
import { fullDate, lasting } from '../../../components/times'
import type { Given } from '../../../platform/call'
import type { Brush } from '../../../platform/picture'
import { colours } from '../../../theme/colours'

export type Facts = Given<'volunteer.mine'>['certificate']

/** How many kinds of service find room. */
const KINDS = 4

/** Draws the certificate of a year's service; every figure on it is the cloud's. */
export const paintCertificate =
  ({ name, orgName, year, minutes, times, kinds }: Facts, at: number) =>
  (brush: Brush) => {
    frame(brush)
    star(brush, 176, 52)
    line(brush, '志愿服务证书', 330, 92, { colour: colours.red, weight: 600 })
    line(brush, name, 490, 84, { weight: 600 })
    line(brush, `${year}年参加志愿服务 ${times} 次`, 610, 50)
    line(brush, '累计服务', 700, 50)
    line(brush, lasting(minutes), 830, 112, { colour: colours.red, weight: 600 })
    kinds.slice(0, KINDS).forEach((one, index) => {
      line(brush, `${one.kind}  ${one.times} 次  ${lasting(one.minutes)}`, 940 + index * 66, 44, { colour: colours.soft })
    })
    line(brush, '谢谢您的奉献！', 1200, 50)
    line(brush, orgName, 1268, 44)
    line(brush, fullDate(at), 1326, 36, { colour: colours.soft })
  }
