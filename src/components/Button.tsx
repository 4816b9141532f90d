import { Button as Native, View } from '@tarojs/components'
import { Icon, type Tone } from './Icon'
import type { IconName } from './icons'
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
  /** What a screen reader says where the words alone would not do (打电话 → 打电话给王秀英). */
  label?: string
}

type Kind = 'main' | 'secondary' | 'quiet' | 'danger'
const toneOf: Record<Kind, Tone> = { main: 'white', secondary: 'red', quiet: 'soft', danger: 'danger' }

const Any = ({ kind, children, onPress, icon, disabled = false, busy = false, busyWords = '请稍候…', label }: Props & { kind: Kind }) => {
  const own = usePress(onPress)
  const waiting = busy || own.busy
  const still = disabled || waiting
  return (
    <Native
      className={`button ${kind}${still ? ' still' : ''}`}
      hoverClass="pressed"
      disabled={still}
      onClick={still ? () => undefined : own.press}
      {...spoken('button', { label, disabled: still })}
    >
      <View className="button-face">
        {icon && !waiting && <Icon name={icon} tone={disabled ? 'soft' : toneOf[kind]} />}
        <View>{waiting ? busyWords : children}</View>
      </View>
    </Native>
  )
}

/** The one thing to do on a screen: red, full width, 60 or 72 points high. Goes into `Screen`'s `main`. */
export const BigButton = (props: Props) => <Any kind="main" {...props} />

/** Any other act: `secondary` outlined, `quiet` words only, `danger` for what takes something away (put it into a `Confirm`). */
export const Button = ({ kind = 'secondary', ...props }: Props & { kind?: Exclude<Kind, 'main'> }) => <Any kind={kind} {...props} />
