import { useEffect, useState } from 'react'
import { now } from '../../platform/clock'
import { keepLit } from '../../platform/screen'
import { useRepeat, useVisible } from '../../platform/visible'

/** New codes are fetched long before the last is used up. */
const REFRESH_MS = 97_000
/** The picture follows the codes, each of which lasts half a minute. */
const REDRAW_MS = 1_000
/** Shown so much later than the cloud turns to it: a code already past is still good, one not yet begun is not. */
const LAG_MS = 3_000

interface Codes {
  data: { codes: readonly { code: string; from: number; to: number }[] } | undefined
  reload: () => Promise<void>
}

/** Of codes that turn the one to hold out now; the screen stays lit meanwhile. Undefined until the first are there. */
export const useTurningCode = ({ data, reload }: Codes): string | undefined => {
  const visible = useVisible()
  const [, redraw] = useState(0)
  useRepeat(reload, REFRESH_MS, visible)
  useRepeat(() => redraw(count => count + 1), REDRAW_MS, visible)
  useEffect(() => {
    keepLit(visible)
    return () => keepLit(false)
  }, [visible])
  const codes = data?.codes ?? []
  const at = Math.max(now() - LAG_MS, codes[0]?.from ?? 0)
  return codes.find(one => at >= one.from && at < one.to)?.code
}
