import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '../..')

/** Settings of both web builds. Lengths are written for a phone 375 points wide, as LOOK's table has them. */
export default defineConfig({
  projectName: 'changqing365',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(root, 'config/taro/aria.ts')],
  mini: {},
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
  },
})
