import { View } from '@tarojs/components'
import { colours } from '../theme/colours'
import { spoken } from './spoken'
import './Sparkline.css'

const WIDTH = 100
const HEIGHT = 32
/** Room for the line's own breadth. */
const EDGE = 4

const isKnown = (value: number | null): value is number => value !== null

/** One line through the values that are known; it is broken where one is not. */
const draw = (values: readonly (number | null)[]): string => {
  const known = values.filter(isKnown)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (index: number) => EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) => (most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE))
  const at = (value: number, index: number) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`
  const line = values.flatMap((value, index) =>
    value === null ? [] : [`${isKnown(values[index - 1] ?? null) ? 'L' : 'M'}${at(value, index)}`],
  )
  const last = values.at(-1) ?? null
  const dot = last === null ? '' : `<path d="M${at(last, values.length - 1)}h0" stroke="${colours.ink}" stroke-width="8"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">` +
    `<g fill="none" stroke-linecap="round" stroke-linejoin="round">` +
    `<path d="${line.join('')}" stroke="${colours.info}" stroke-width="2.5"/>${dot}</g></svg>`
  ).replace(/<path /g, '<path vector-effect="non-scaling-stroke" ')
}

interface Props {
  /** From the oldest to the present one; null where there is none. */
  values: readonly (number | null)[]
  /** What it shows, with its numbers, for a reader who cannot see it. */
  label: string
  /** Stands in its place where there are not two values to join. */
  tooFew: string
}

/** How one number went, as a small line; its last point is the number beside it. */
export const Sparkline = ({ values, label, tooFew }: Props) =>
  values.filter(isKnown).length < 2 ? (
    <View className="soft small">{tooFew}</View>
  ) : (
    <View
      className="sparkline"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(draw(values))}")` }}
      {...spoken('img', { label })}
    />
  )
