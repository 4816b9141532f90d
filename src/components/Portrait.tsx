import { Image, View } from '@tarojs/components'
import { shownFile } from '../platform/files'
import './Portrait.css'

/** A person's photo in a circle; the first character of the name until there is one. The name itself always stands beside it. */
export const Portrait = ({ name, fileId }: { name: string; fileId?: string | undefined }) =>
  fileId === undefined ? (
    <View className="portrait" aria-hidden>
      {name.slice(0, 1)}
    </View>
  ) : (
    <Image className="portrait portrait-photo" src={shownFile(fileId)} mode="aspectFill" aria-hidden />
  )
