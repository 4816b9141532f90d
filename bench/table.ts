/** One line of the table: a figure of this run beside its budget. */
export interface Row {
  what: string
  figure: number
  /** Between which values it lay, where it was measured several times: then the figure is their median, or what the medians of both sides make. */
  min?: number
  max?: number
  /** Absent: for comparison only. */
  budget?: { most: number } | { least: number }
  /** Digits after the point. */
  digits?: number
  unit?: string
  note?: string
}

/** Is the figure within its budget, as it is printed? True without a budget. */
export const keeps = ({ figure, budget, digits = 2 }: Row): boolean => {
  const shown = Number(figure.toFixed(digits))
  return budget === undefined || ('most' in budget ? shown <= budget.most : shown >= budget.least)
}

/** How far a figure has moved from an earlier one, where it is more than one part in ten. */
const drift = (figure: number, before: number | undefined): string => {
  if (before === undefined || before === figure) return ''
  if (before === 0) return 'was 0'
  const moved = Math.round((figure / before - 1) * 100)
  return Math.abs(moved) <= 10 ? '' : `${moved > 0 ? '+' : ''}${String(moved)}%`
}

const cells = (row: Row, before: number | undefined): string[] => {
  const { what, figure, min, max, budget, digits = 2, unit = '', note = '' } = row
  const limit = budget === undefined ? '' : 'most' in budget ? `≤ ${String(budget.most)}${unit}` : `≥ ${String(budget.least)}${unit}`
  const range = min === undefined || max === undefined ? '' : `${min.toFixed(digits)} – ${max.toFixed(digits)}`
  const verdict = budget === undefined ? '' : keeps(row) ? 'ok' : 'OVER'
  return [what, `${figure.toFixed(digits)}${unit}`, range, limit, verdict, drift(figure, before), note]
}

const padded = (text: string, width: number) =>
  text + ' '.repeat(Math.max(0, width - text.length - (text.match(/\p{Script=Han}/gu)?.length ?? 0)))

/** The rows as a Markdown table, with what moved since the figures of `earlier`. */
export const tableOf = (rows: readonly Row[], earlier: ReadonlyMap<string, number> = new Map()): string => {
  const lines = [['what', 'median', 'min – max', 'budget', '', 'moved', ''], ...rows.map(row => cells(row, earlier.get(row.what)))]
  const widths = (lines[0] ?? []).map((_, column) => Math.max(3, ...lines.map(line => (line[column] ?? '').length)))
  const [head, ...body] = lines.map(line => `| ${line.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`)
  return [head, `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')
}

/**
 * The median.
 * @throws Error for an empty list
 */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new Error('a median of nothing')
  return (low + high) / 2
}

/** The median of values and between which they lie. */
export const spread = (values: readonly number[]): { figure: number; min: number; max: number } => ({
  figure: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** What was measured in turns, over what was measured beside it: the medians of both sides, and between which values the turns lie. */
export const ratio = (these: readonly number[], those: readonly number[]) => ({
  ...spread(these.map((value, turn) => value / (those[turn] ?? Number.NaN))),
  figure: median(these) / median(those),
})
