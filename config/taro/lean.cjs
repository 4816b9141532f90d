const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')

const src = path.resolve(__dirname, '../../src')

/** What our code asks of `Taro`, read from it: the list cannot go stale. */
const asked = () => {
  const text = readdirSync(src, { recursive: true })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => readFileSync(path.join(src, name), 'utf8'))
    .join('\n')
  return new Set(Array.from(text.matchAll(/\bTaro\.(\w+)/g), ([, name]) => name))
}

/** Replaces what must be there: another version of a package must not slip through as it came. */
const replace = (source, from, to) => {
  const changed = source.replace(from, to)
  if (changed === source) throw new Error(`There is no ${String(from)}: the package is another version`)
  return changed
}

/**
 * React's reconciler serves any renderer and is minified, so that the minifier cannot see what Taro's is: it changes its tree in place, is sent
 * no page to take over, and is read by no test.
 */
const host = { supportsMutation: true, supportsPersistence: false, supportsHydration: false, supportsTestSelectors: false }
const unused = [
  ...['attemptContinuousHydration', 'attemptDiscreteHydration', 'attemptHydrationAtCurrentPriority', 'attemptSynchronousHydration'],
  ...[
    'createComponentSelector',
    'createHasPseudoClassSelector',
    'createHydrationContainer',
    'createRoleSelector',
    'createTestNameSelector',
  ],
  ...[
    'createTextSelector',
    'findAllNodes',
    'findBoundingRects',
    'findHostInstanceWithNoPortals',
    'findHostInstanceWithWarning',
    'focusWithin',
  ],
  ...['getFindAllNodesFailureDescription', 'injectIntoDevTools', 'observeVisibleRects', 'registerMutableSourceForHydration'],
]
const reconciler = source => {
  let text = source
  for (const [name, value] of Object.entries(host)) text = replace(text, `$$$hostConfig.${name}`, () => (value ? '!0' : '!1'))
  for (const name of unused) text = replace(text, `exports.${name}=`, `var unused_${name}=`)
  return text
}

const LEAN = {
  'react-reconciler.production.min.js': reconciler,
  // A mini-program has no addresses: what reads or writes them is left out, what hears of pages coming and going stays.
  'location.js': () => `import { Events } from '@tarojs/shared'\nexport class Location extends Events {}\n`,
  'history.js': () => `import { Events } from '@tarojs/shared'\nexport class History extends Events {}\n`,
  'URL.js': () => `export const TaroURLProvider = undefined\nexport const parseUrl = undefined\n`,
  'URLSearchParams.js': () => `export const URLSearchParams = undefined\n`,
  'anchor-element.js': () => `import { TaroElement } from './element.js'\nexport class AnchorElement extends TaroElement {}\n`,
  'native-apis.js': source => {
    const used = asked()
    return replace(source, /new Set\(\[([^\]]*)\]\);/, (_, names) => {
      const kept = Array.from(names.matchAll(/'(\w+)'/g), ([, name]) => name).filter(name => used.has(name))
      return `new Set(${JSON.stringify(kept)});`
    })
  },
}

/** Leaves out of the libraries what no mini-program, or not ours, can use. */
module.exports = function lean(source) {
  return LEAN[path.basename(this.resourcePath)](source)
}
