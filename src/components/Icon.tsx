import { View } from '@tarojs/components'
import { colours } from '../theme/colours'
import { type IconName, icons } from './icons'
import './Icon.css'

const { ink, soft, red, good, warn, danger, info } = colours
const tones = { ink, soft, red, good, warn, danger, info, white: colours.card } as const
export type Tone = keyof typeof tones

const drawn = new Map<string, string>()

const draw = (name: IconName, tone: Tone): string => {
  const key = `${name}/${tone}`
  const known = drawn.get(key)
  if (known) return known
  const svg = icons[name]
    .replace(/\s+class="[^"]*"/, '')
    .replace('currentColor', tones[tone])
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim()
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
  drawn.set(key, image)
  return image
}

interface Props {
  name: IconName
  tone?: Tone
  /** `big` stands above words, `row` alone in a button at the end of a row; the rest grow with the words beside them. */
  size?: 'text' | 'row' | 'big'
}

/** A picture beside words, never alone: it says nothing to a screen reader. */
export const Icon = ({ name, tone = 'ink', size = 'text' }: Props) => (
  <View className={`icon ${size}`} style={{ backgroundImage: draw(name, tone) }} />
)
