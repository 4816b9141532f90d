import type { Introduction } from './cloud'

/** A page of the mini-program, as its own codes hold it: `pages/card/index?scene=…`. */
const PAGE = /^\/?[\w-]+(?:\/[\w-]+)+(?:\?\S*)?$/

/**
 * The page that WeChat opens for the text of a code: the page itself that a mini-program code names, or for an ordinary link the page that its
 * rule names, which finds the link in its address as `q`. Undefined where WeChat would only show the text.
 */
export function pageFor(text: string, links: Introduction['links']): string | undefined {
  if (PAGE.test(text)) return text
  const rule = links.find(({ prefix }) => text.startsWith(prefix))
  return rule === undefined ? undefined : `${rule.page}?q=${encodeURIComponent(text)}`
}
