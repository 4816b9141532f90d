import { randomBytes } from 'node:crypto'
import type { House, Ports } from '../kernel/ports'
import { environment } from './environment'
import { files } from './files'
import { store } from './store'
import { wechat } from './wechat'

/** 20 letters of base 32: short enough for a mini-program code's scene (32), long enough never to collide. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const newId = () => Array.from(randomBytes(20), byte => ALPHABET[byte % 32]).join('')

/** Milliseconds that this process has been up; `performance` would be loaded for it by the first request. */
const upNow = () => process.uptime() * 1000

/** The real ports, with the clock read once for the whole invocation. */
export const portsNow = (house: House): Ports => {
  const begun = upNow()
  return { store, files, wechat, house, environment, now: Date.now(), elapsed: () => upNow() - begun, newId }
}
