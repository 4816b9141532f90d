/** Words by which a test can make a text, or a picture that has them among its bytes, risky; with WeChat's label for the kind of trouble. */
const RISKY_WORDS: Readonly<Record<string, number>> = { 法轮功: 20001, 裸聊: 20002, 赌博: 20006, 代开发票: 20006, 刷单: 20008 }
const LABEL_NORMAL = 100

/** A person counts as present for so long after the last call from the phone, ms. */
const PRESENT_MS = 2 * 3600_000

export interface Verdict {
  suggest: 'pass' | 'risky'
  label: number
  word?: string
}

/** What the check says of a text or of a file. */
export function judge(content: string | Uint8Array): Verdict {
  const has = (word: string) => (typeof content === 'string' ? content.includes(word) : Buffer.from(content).includes(word))
  const found = Object.entries(RISKY_WORDS).find(([word]) => has(word))
  return found === undefined ? { suggest: 'pass', label: LABEL_NORMAL } : { suggest: 'risky', label: found[1], word: found[0] }
}

/** Tells whether a person has called lately enough for a check in his or her name. `lastSeen`: cloud time (ms) of the last call. */
export const presence = (now: () => number, lastSeen: (openid: string) => number | undefined) => (openid: string) => {
  const seen = lastSeen(openid)
  return seen !== undefined && Math.abs(now() - seen) <= PRESENT_MS
}
