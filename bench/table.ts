/** One line of the table: a figure of this run beside its budget. */
export interface Row {
  what: string
  figure: number
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

const cells = (row: Row): string[] => {
  const { what, figure, budget, digits = 2, unit = '', note = '' } = row
  const limit = budget === undefined ? '' : 'most' in budget ? `≤ ${budget.most}${unit}` : `≥ ${budget.least}${unit}`
  return [what, `${figure.toFixed(digits)}${unit}`, limit, budget === undefined ? '' : keeps(row) ? 'ok' : 'OVER', note]
}

/** The rows as a Markdown table. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [['what', 'figure', 'budget', '', ''], ...rows.map(cells)]
  const widths = (lines[0] ?? []).map((_, column) => Math.max(3, ...lines.map(line => (line[column] ?? '').length)))
  const [head, ...body] = lines.map(line => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
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
