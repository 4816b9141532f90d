const { transform } = require('esbuild')
const { apis } = require('@tarojs/plugin-platform-h5/dist/definition.json')

const IMPORT = /import (?:(Taro)\b,? ?)?(?:\{([^}]*)\} )?from "@tarojs\/taro";/

/**
 * What is asked of Taro by name, as Taro's own plugin for Babel has it: of its functions only those that are named go along; what the frame of React
 * puts there later is asked for when it is called.
 */
const ofTaro = code => {
  const found = IMPORT.exec(code)
  if (!found) return code
  const hooks = (found[2] ?? '').split(',').map(name => name.trim()).filter(Boolean) // prettier-ignore
  const head = [
    'import TaroWhole from "@tarojs/taro";',
    'import * as TaroParts from "@tarojs/taro";',
    ...hooks.map(name => `const ${name} = (...all) => TaroWhole.${name}(...all);`),
  ]
  return code
    .replace(IMPORT, head.join(''))
    .replace(/\bTaro\.(\w+)/g, (_, name) => `${Object.hasOwn(apis, name) ? 'TaroParts' : 'TaroWhole'}.${name}`)
}

/** Our own sources for browsers of today, in a tenth of Babel's time. */
module.exports = function swift(source) {
  const done = this.async()
  const page = /\bdefinePageConfig\(/.test(source) ? 'const definePageConfig = () => undefined;' : ''
  transform(page + source, {
    loader: this.resourcePath.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    target: 'es2020',
    sourcefile: this.resourcePath,
  }).then(({ code }) => done(null, ofTaro(code)), done)
}
