import { View } from '@tarojs/components'
import { Children, type ReactNode } from 'react'
import { Icon, type Tone } from './Icon'
import type { IconName } from './icons'
import { useStanding } from './Part'
import { spoken } from './spoken'
import './Rows.css'

interface PersonProps {
  name: string
  /** Their face (`Portrait`); the note beside it is cut off after two lines, and still read aloud. */
  face?: ReactNode
  note?: string | undefined
  /** How things stand with this person: a word and a picture. */
  state?: { icon: IconName; tone: Tone; words: string }
  onPress?: () => void
  /** A small act on the right, such as calling. */
  action?: ReactNode
}

/** One person in a list: what opens it is read as one, with name, note and state; the act at the right stands for itself. */
export const PersonRow = ({ name, face, note, state, onPress, action }: PersonProps) => {
  const next = onPress && !face && <Icon name="next" tone="soft" />
  return (
    <View className="list-row row">
      <View className="grow row tight-line" {...(onPress ? { onClick: onPress, hoverClass: 'card-pressed', ...spoken('button') } : {})}>
        {face}
        <View className="grow">
          <View className="strong">{name}</View>
          {note && <View className={`soft small${face ? ' cut-at-two' : ''}`}>{note}</View>}
        </View>
        {state ? (
          <View className={`row tight tone-${state.tone}`}>
            <Icon name={state.icon} tone={state.tone} />
            <View className="state-words">{state.words}</View>
            {next}
          </View>
        ) : (
          next
        )}
      </View>
      {action}
    </View>
  )
}

interface ShortProps extends Omit<PersonProps, 'face'> {
  /** What is particular of this person, beside the name. */
  mark?: string | undefined
}

/** One person in a list of many: two short lines, so that many fit on a screen; what is cut off on the right is still read aloud. */
export const ShortRow = ({ name, mark, note, state, onPress, action }: ShortProps) => (
  <View className="list-row row">
    <View className="grow short-row" {...(onPress ? { onClick: onPress, hoverClass: 'card-pressed', ...spoken('button') } : {})}>
      <View className="row tight">
        <View className="strong words-whole">{name}</View>
        {mark && <View className="grow small warn cut">{mark}</View>}
      </View>
      {(state ?? note) && (
        <View className="row tight small">
          {state && <Icon name={state.icon} tone={state.tone} />}
          {state && <View className={`strong state-words tone-${state.tone}`}>{state.words}</View>}
          {note && <View className="grow soft cut">{note}</View>}
        </View>
      )}
    </View>
    {action}
  </View>
)

interface LinkProps {
  icon: IconName
  words: string
  note?: string | undefined
  onPress: () => void
}

/** A line that opens another page. */
export const LinkRow = ({ icon, words, note, onPress }: LinkProps) => {
  useStanding()
  return (
    <View className="list-row row" hoverClass="card-pressed" onClick={onPress} {...spoken('button')}>
      <Icon name={icon} />
      <View className="grow">
        <View>{words}</View>
        {note && <View className={`soft small ${isOnePiece(note) ? '' : 'words-whole'}`}>{breakable(note)}</View>}
      </View>
      <Icon name="next" tone="soft" />
    </View>
  )
}

/** From when to when may be longer than a narrow row: it breaks after 到, not inside a number. */
const breakable = (words: string) => words.replace(/(\d)到(?=\S*\d)/g, '$1到\u200b')

/** Words without a space, an address for one, break wherever they must, but never inside a number. */
const isOnePiece = (words: ReactNode) => Children.toArray(words).every(part => typeof part !== 'object' && !/\s/.test(String(part)))

/** A fact with its picture; the label is left out in lists, where the words speak for themselves. */
export const Fact = ({ icon, label, children }: { icon: IconName; label?: string; children: ReactNode }) => (
  <View className="fact">
    <Icon name={icon} tone="soft" />
    <View className="grow">
      {label && <View className="soft small">{label}</View>}
      <View className={isOnePiece(children) ? '' : 'words-whole'}>
        {Children.map(children, part => (typeof part === 'string' ? breakable(part) : part))}
      </View>
    </View>
  </View>
)
