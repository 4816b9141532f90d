import { nameKey } from '../names/names'

const PART = 6

/** The key for what was typed, and all of it besides where that was longer; null where it is too little. */
export const orgKeyTyped = (typed: string): { key: string; whole: string } | null => {
  const whole = nameKey(typed).replace(/ü/gu, 'v')
  const letters = Array.from(whole)
  if (letters.length < 2) return null
  return { key: /^[a-z]+$/u.test(whole) ? whole : letters.slice(0, PART).join(''), whole }
}
