import { Button as Native, View } from '@tarojs/components'
import { Icon, type Tone } from './Icon'
import type { IconName } from './icons'
import { useRed } from './Red'
import { spoken } from './spoken'
import { type Press, usePress } from './usePress'
import './Button.css'

interface Props {
  children: string
  onPress: Press
  icon?: IconName
  disabled?: boolean
  /** Work that the screen itself is waiting for; a press that returns a promise is busy by itself. */
  busy?: boolean
  /** What is said while it works. */
  busyWords?: string
  /** Whose or which, where there are several with the same words; a screen reader says it after them (打电话：王秀英). */
  about?: string
}

type Kind = 'main' | 'secondary' | 'quiet' | 'danger'
const toneOf: Record<Kind, Tone> = { main: 'white', secondary: 'ink', quiet: 'ink', danger: 'danger' }

const Any = ({ kind, children, onPress, icon, disabled = false, busy = false, busyWords = '请稍候…', about }: Props & { kind: Kind }) => {
  const own = usePress(onPress)
  const waiting = busy || own.busy
  const still = disabled || waiting
  return (
    <Native
      className={`button ${kind}${still ? ' still' : ''}`}
      hoverClass="pressed"
      disabled={still}
      onClick={still ? () => undefined : own.press}
      {...spoken('button', { label: about === undefined ? undefined : `${children}：${about}`, disabled: still })}
    >
      <View className="button-face">
        {icon && !waiting && <Icon name={icon} tone={disabled ? 'soft' : toneOf[kind]} />}
        <View>{waiting ? busyWords : children}</View>
      </View>
    </Native>
  )
}

/** The one thing to do on a screen: red, full width, 60 or 72 points high. Goes into `Screen`'s `main`. */
export const BigButton = (props: Props) => {
  useRed()
  return <Any kind="main" {...props} />
}

/** Any other act, in ink: `secondary` outlined, `quiet` words only, `danger` for what takes something away (put it into a `Confirm`). */
export const Button = ({ kind = 'secondary', ...props }: Props & { kind?: Exclude<Kind, 'main'> }) => <Any kind={kind} {...props} />

interface IconProps {
  icon: IconName
  /** What it does and whose it is, for screen readers. */
  label: string
  /** One short word under the picture, where a row has several acts. */
  words?: string
  onPress: Press
}

/** A small act at the right of a row, as a picture of 48 or 60 points. */
export const IconButton = ({ icon, label, words, onPress }: IconProps) => {
  const own = usePress(onPress)
  return (
    <View
      className={`icon-button${own.busy ? ' still' : ''}`}
      hoverClass="pressed"
      onClick={own.busy ? () => undefined : own.press}
      {...spoken('button', { label, disabled: own.busy })}
    >
      <Icon name={icon} size={words === undefined ? 'row' : 'text'} />
      {words !== undefined && <View className="icon-words">{words}</View>}
    </View>
  )
}
