/**
 * Taro's own preset; read by the web builds only (tests are compiled by swc, functions by esbuild). The oldest phones it must run on are
 * those of iOS 12 (iPhone 5s) and, on Android, WeChat's own engine, which is newer than the Chrome named here.
 */
const targets = { ios: '12', chrome: '69' }

/** What these phones can do but for a rare fault each: only the faults are written round, not the whole of it. */
const exclude = ['transform-destructuring', 'transform-parameters', 'transform-template-literals']
const include = [
  'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
  'bugfix/transform-safari-rest-destructuring-rhs-array',
  'bugfix/transform-tagged-template-caching',
]

/** No phone's engine has the `document.all` of browsers, the one thing that is undefined and not: `?.` and `??` are half as long without it. */
const assumptions = { noDocumentAll: true }

module.exports = { assumptions, presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets, exclude, include }]] }
