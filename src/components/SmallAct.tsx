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
}

const Face = ({ icon, words }: FaceProps) => (
  <>
    <Icon name={icon} tone="ink" />
    <View>{words}</View>
  </>
)

/** A small act at a row's right, with its word. */
export const SmallAct = ({ label, onPress, ...face }: FaceProps & { label: string; onPress: Press }) => {
  const { press } = usePress(onPress)
  return (
    <Native className="small-act" hoverClass="pressed" onClick={press} {...spoken('button', { label })}>
      <Face {...face} />
    </Native>
  )
}

/** The same, forwarding a card to a chat. */
export const SmallShare = ({ label, card, ...face }: FaceProps & { label: string; card: ShareCard }) => {
  if (process.env.TARO_ENV === 'h5') return <SmallAct label={label} onPress={() => shareOnDesk(card)} {...face} />
  return (
    <Native className="small-act" hoverClass="pressed" openType="share" onClick={() => aboutToShare(card)} {...spoken('button', { label })}>
      <Face {...face} />
    </Native>
  )
}
