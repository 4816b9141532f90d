import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Setup } from './documents'

/** What is kept of a code: enough to know it again, and a year's work of many machines to find it out. */
type Kept = Pick<Setup, 'salt' | 'hash'>

const derive = (code: string, salt: string): Promise<Buffer> =>
  new Promise((done, failed) =>
    scrypt(code, salt, 32, (error, key) => {
      if (error) failed(error)
      else done(key)
    }),
  )

/** The code as it is kept, with a salt of its own. */
export const hashOfCode = async (code: string): Promise<Kept> => {
  const salt = randomBytes(16).toString('hex')
  return { salt, hash: (await derive(code, salt)).toString('hex') }
}

/** Is this the code of which that was kept? */
export const isCodeOf = async (code: string, { salt, hash }: Kept): Promise<boolean> =>
  timingSafeEqual(await derive(code, salt), Buffer.from(hash, 'hex'))
