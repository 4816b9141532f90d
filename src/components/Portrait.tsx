import { Image, View } from '@tarojs/components'
import { shownFile } from '../platform/files'
import './Portrait.css'

interface Props {
  name: string
  fileId?: string | undefined
  /** On a card that is about this person: a face to know again. */
  large?: boolean
}

/** A person's photo in a circle; the first character of the name until there is one. The name itself always stands beside it. */
export const Portrait = ({ name, fileId, large = false }: Props) =>
  fileId === undefined ? (
    <View className={`portrait${large ? ' face' : ''}`} aria-hidden>
      {name.slice(0, 1)}
    </View>
  ) : (
    <Image className={`portrait portrait-photo${large ? ' face' : ''}`} src={shownFile(fileId)} mode="aspectFill" aria-hidden />
  )
