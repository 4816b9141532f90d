import { Button as Native, View } from '@tarojs/components'
import { aboutToShare, type ShareCard, shareOnDesk } from '../platform/share'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { spoken } from './spoken'
import { type Press, usePress } from './usePress'
import './SmallAct.css'

interface FaceProps {
  icon: IconName
  /** One short word under the picture. */
  words: string
  /** Whose or which of the rows; a screen reader says it after the word. */
  about: string
}

const Face = ({ icon, words }: Pick<FaceProps, 'icon' | 'words'>) => (
  <>
    <Icon name={icon} tone="ink" />
    <View>{words}</View>
  </>
)

/** A small act at a row's right, with its word. */
export const SmallAct = ({ about, onPress, ...face }: FaceProps & { onPress: Press }) => {
  const { press } = usePress(onPress)
  return (
    <Native className="small-act" hoverClass="pressed" onClick={press} {...spoken('button', { label: `${face.words}：${about}` })}>
      <Face {...face} />
    </Native>
  )
}

/** The same, forwarding a card to a chat. */
export const SmallShare = ({ about, card, ...face }: FaceProps & { card: ShareCard }) => {
  if (process.env.TARO_ENV === 'h5') return <SmallAct about={about} onPress={() => shareOnDesk(card)} {...face} />
  return (
    <Native
      className="small-act"
      hoverClass="pressed"
      openType="share"
      onClick={() => aboutToShare(card)}
      {...spoken('button', { label: `${face.words}：${about}` })}
    >
      <Face {...face} />
    </Native>
  )
}
