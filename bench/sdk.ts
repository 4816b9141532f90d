import { createRequire } from 'node:module'
import type * as Sdk from 'wx-server-sdk'

/** wx-server-sdk as installed, required when asked for and never bundled. */
export const installedSdk = (): typeof Sdk =>
  createRequire(`${process.env['BENCH_ROOT'] ?? ''}/package.json`)('wx-server-sdk') as typeof Sdk
