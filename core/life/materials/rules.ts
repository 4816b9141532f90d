/** What was received of a material, and where it went. */
export interface Stock {
  received: number
  /** Handed to members, so many to each. */
  given: readonly { count: number }[]
  /** Sent on to organizations below. */
  sent: readonly { count: number }[]
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((all, one) => all + one.count, 0)

/** How many went out: to members and to organizations below. */
export const handedOf = ({ given, sent }: Pick<Stock, 'given' | 'sent'>): number => sum(given) + sum(sent)

/** How many are left: received − handed, never negative since nothing is handed that is not there. */
export const leftOf = (stock: Stock): number => stock.received - handedOf(stock)

/** Is there enough for these as well? */
export const isEnough = (stock: Stock, more: readonly { count: number }[]): boolean => sum(more) <= leftOf(stock)
