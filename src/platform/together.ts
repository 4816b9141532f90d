/** What was answered while other questions of the page are under way waits for them, but no longer than this: a page is drawn once, not once for each. */
const TOGETHER_MS = 80

let underWay = 0
let ready: (() => void)[] = []
let due: ReturnType<typeof setTimeout> | undefined

const show = () => {
  if (due !== undefined) clearTimeout(due)
  due = undefined
  const all = ready
  ready = []
  for (const one of all) one()
}

/** Answers asked at once arrive at once: the first waits a moment for the others, the last brings all. */
export const together = async <T>(asking: Promise<T>): Promise<T> => {
  underWay++
  const answer = await asking.finally(() => underWay--)
  await new Promise<void>(done => {
    ready.push(done)
    if (underWay === 0) show()
    else due ??= setTimeout(show, TOGETHER_MS)
  })
  return answer
}
