import { useCallback } from 'react'
import { KeptPicture } from '../../../components/KeptPicture'
import { frame, HEIGHT, line, star, WIDTH } from '../../../components/paper'
import { fullDate } from '../../../components/times'
import type { Brush } from '../../../platform/picture'
import { colours } from '../../../theme/colours'

interface Props {
  branchName: string
  title: string
  orgName: string
  batch: string
  at: number
}

/** The plaque of a branch that was named, as a picture to print and to send on. */
export const Plaque = ({ branchName, title, orgName, batch, at }: Props) => {
  const paint = useCallback(
    (brush: Brush) => {
      frame(brush)
      star(brush, 200, 60)
      line(brush, branchName, 420, 64, { weight: 600 })
      line(brush, title, 640, 96, { colour: colours.red, weight: 600 })
      line(brush, batch, 780, 50, { colour: colours.soft })
      line(brush, orgName, 960, 54)
      line(brush, fullDate(at), 1040, 46, { colour: colours.soft })
    },
    [branchName, title, orgName, batch, at],
  )
  return (
    <KeptPicture
      width={WIDTH}
      height={HEIGHT}
      paint={paint}
      thing="奖牌"
      words={`${orgName}命名${branchName}为${title}，${batch}，${fullDate(at)}`}
      name="奖牌.png"
      kept="命名已经记在系统里，没有丢。"
    />
  )
}
