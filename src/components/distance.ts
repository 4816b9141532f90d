const KM = 1000

/** A distance as it is spoken: 350 米, 1.2 公里. */
export const far = (metres: number): string => (metres < KM ? `${Math.round(metres / 10) * 10} 米` : `${(metres / KM).toFixed(1)} 公里`)
