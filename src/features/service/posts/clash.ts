/** The other shift that a claim would overlap. */
export interface Clash {
  title: string
  name: string
  startsAt: number
  endsAt: number
}

const isClash = (value: unknown): value is Clash =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  typeof value.title === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'startsAt' in value &&
  typeof value.startsAt === 'number' &&
  'endsAt' in value &&
  typeof value.endsAt === 'number'

/** Reads what a refusal with SHIFT_OVERLAPS carries. */
export const clashOf = (answer: { ok: boolean; code?: string; data?: unknown } | undefined): Clash | undefined =>
  answer && !answer.ok && answer.code === 'SHIFT_OVERLAPS' && isClash(answer.data) ? answer.data : undefined
