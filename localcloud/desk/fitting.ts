/** What the phones have to share, px. */
interface Room {
  /** Of the window. */
  width: number
  height: number
  /** Where the row of phones begins, and what stands above each phone. */
  top: number
  head: number
  phones: number
  /** What the steps take on the left; 0 while there are none. */
  steps: number
  /** Nothing stands beside the phones. */
  isAlone: boolean
}

/** A phone with its rim, before it is scaled, px (desk.css has the same). */
const FRAME = { width: 395, height: 748 }
export const GAP = 16

/** What stands beside the phones needs so many pixels. */
const PANELS_WIDTH = 340
/** Below this everything is stacked (desk.css has the same). */
const STACKED_WIDTH = 1000
const SMALLEST_SCALE = 0.55
const LARGEST_SCALE = 1.25
/** The steps stand on the left as long as the phones do not get smaller than this by it. */
const SCALE_WITH_STEPS = 0.7

/** How large the phones can be, so that all stand wholly side by side, and whether the steps have to stand above the panels for it. */
export function fitting({ width, height, top, head, phones, steps, isAlone }: Room): { scale: number; isNarrow: boolean } {
  const isStacked = width < STACKED_WIDTH
  const byHeight = (height - (isStacked ? 0 : top) - head - GAP) / FRAME.height
  const byWidth = (beside: number) => (width - beside - GAP * (phones + 2)) / phones / FRAME.width
  const beside = isAlone || isStacked ? 0 : PANELS_WIDTH
  const withSteps = byWidth(beside + (beside === 0 ? 0 : steps))
  const isNarrow = steps > 0 && withSteps < SCALE_WITH_STEPS
  const scale = Math.min(LARGEST_SCALE, byHeight, isNarrow ? byWidth(beside) : withSteps)
  return { scale: Math.max(SMALLEST_SCALE, scale), isNarrow }
}
