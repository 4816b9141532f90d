const elements = require('./elements.json')

const TABLE = /const internalComponents = \{[^}]*\};/
const MERGED = 'mergeInternalComponents(components);'

/** In place of Taro's table of elements, ours; what WeChat's runtime would add to it is left out. What is no longer used the minifier drops. */
module.exports = source => {
  if (source.includes(MERGED)) return source.replace(MERGED, '')
  if (!TABLE.test(source)) throw new Error('Taro keeps its table of elements in another form than 4.2.1')
  const [before, after] = source.split(TABLE)
  return [
    before.replaceAll('Object.assign(', '/*#__PURE__*/ Object.assign('),
    `const internalComponents = ${JSON.stringify(elements)};`,
    after,
  ].join('')
}
