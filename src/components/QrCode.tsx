import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { spoken } from './spoken'
import './QrCode.css'

/** One run of dark cells as a stroke of an SVG path. */
const path = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}`]
      }),
    )
    .join('')

const draw = (text: string): string => {
  const { data, size } = encode(text, { border: 2, ecc: 'M' })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path(data)}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** A code drawn on the phone itself, no network needed; as wide as its place allows. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const image = useMemo(() => draw(text), [text])
  return <View className="qr" style={{ backgroundImage: image }} {...spoken('img', { label })} />
}
