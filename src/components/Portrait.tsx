import { View } from '@tarojs/components'
import { Stored } from './Stored'
import './Portrait.css'

/** The largest of the circles. */
const WIDE = 88

interface Props {
  name: string
  fileId?: string | undefined
  /** `large` on a card that is about this person, a face to know again; `small` in a list. */
  large?: boolean
  small?: boolean
}

/** A person's photo in a circle; the first character of the name until there is one. The name itself always stands beside it. */
export const Portrait = ({ name, fileId, large = false, small = false }: Props) => {
  const size = large ? ' face' : small ? ' small-face' : ''
  return fileId === undefined ? (
    <View className={`portrait${size}`} aria-hidden>
      {name.slice(0, 1)}
    </View>
  ) : (
    <Stored className={`portrait portrait-photo${size}`} fileId={fileId} points={WIDE} mode="aspectFill" aria-hidden />
  )
}
