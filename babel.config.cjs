/**
 * Taro's own preset; read by the web builds only (tests are compiled by swc, functions by esbuild). The oldest phones it must run on are
 * those of iOS 12 (iPhone 5s) and, on Android, WeChat's own engine, which is newer than the Chrome named here.
 */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '12', chrome: '69' } }]] }
