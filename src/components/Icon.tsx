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
  // The frame that every picture of the set has; only the lines inside are in the package (config/taro/drawings.ts).
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="${tones[tone]}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icons[name]}</svg>`
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
