import { Image, type ImageProps } from '@tarojs/components'
import { useState } from 'react'
import { shownFile, sizedFile } from '../platform/files'

interface Props extends Omit<ImageProps, 'src' | 'lazyLoad' | 'onError'> {
  fileId: string
  /** How wide it is shown, in points, at most. */
  points: number
}

/** Does this environment make pictures smaller? An extension of the cloud's storage does, which may not be installed: one that does not come tells. */
let sizes = true

/**
 * A picture that the cloud keeps, no larger than it is shown, fetched as it comes near the screen. What does not come in that size comes as it is,
 * and so do all after it.
 */
export const Stored = ({ fileId, points, ...look }: Props) => {
  const [whole, setWhole] = useState(!sizes)
  const shown = whole ? shownFile(fileId) : sizedFile(fileId, points)
  const failed = () => {
    sizes = false
    setWhole(true)
  }
  return <Image {...look} src={shown} lazyLoad onError={failed} />
}
