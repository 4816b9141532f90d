/** Taro's own preset; read by the web builds only (tests are compiled by swc, functions by esbuild). */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
