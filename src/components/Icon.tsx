import { View } from '@tarojs/components'
import { type IconName, icons } from './icons'
import './Icon.css'

/** The look's colours by name, for pictures, which cannot take a CSS variable. */
const tones = {
  ink: '#1F1A17',
  soft: '#574B44',
  red: '#B8141A',
  white: '#FFFFFF',
  good: '#1B6E35',
  warn: '#9A4A00',
  danger: '#A61B12',
  info: '#1A56B0',
} as const
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
  /** `big` stands above words, the rest grow with the words beside them. */
  size?: 'text' | 'big'
}

/** A picture beside words, never alone: it says nothing to a screen reader. */
export const Icon = ({ name, tone = 'ink', size = 'text' }: Props) => (
  <View className={`icon ${size}`} style={{ backgroundImage: draw(name, tone) }} />
)
