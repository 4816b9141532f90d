import { PNG } from 'pngjs'
import { encode } from 'uqr'
import * as z from 'zod'
import { api, failure, type Api } from './answers'
import type { ApiAnswer } from './wire'

/** Characters that WeChat lets stand in a scene, at most 32 of them. */
const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const SMALLEST_WIDTH = 280
const LARGEST_WIDTH = 1280
const DEFAULT_WIDTH = 430
/** A pixel of a module: red, green, blue, alpha. */
const DARK = Buffer.from([0, 0, 0, 255])
const LIGHT = Buffer.from([255, 255, 255, 255])

const width = z.number().int().min(SMALLEST_WIDTH).max(LARGEST_WIDTH).default(DEFAULT_WIDTH)
const unlimitedSchema = z.object({ scene: z.string(), page: z.string().default(''), check_path: z.boolean().default(true), width })
const pathSchema = z.object({ path: z.string().min(1).max(1024), width })

/**
 * Mini-program codes. Only WeChat can draw the round ones, so these are QR codes whose text is the page to open, with its scene or query:
 * what `scanCode` gives as `path`. Where the pages of the mini-program are known, `getUnlimited` refuses others, as WeChat does unless `check_path` is false.
 */
export const miniProgramCodeApis = (pages: readonly string[] | undefined): Record<string, Api> => ({
  'wxacode.getUnlimited': api(unlimitedSchema, ({ scene, page, check_path, width: side }) => {
    if (!SCENE.test(scene)) return failure(40169, 'invalid length for scene, or the data is not json string')
    const isUnknown = check_path && page !== '' && pages !== undefined && !pages.includes(page)
    if (page.startsWith('/') || page.includes('?') || isUnknown) return failure(41030, 'invalid page')
    return drawn(`${page}?scene=${encodeURIComponent(scene)}`, side)
  }),
  'wxacode.get': api(pathSchema, ({ path, width: side }) => drawn(path, side)),
  'wxacode.createQRCode': api(pathSchema, ({ path, width: side }) => drawn(path, side)),
})

/** A PNG of about `side` pixels: modules are whole pixels, with the quiet zone of four modules that the standard asks for. */
function drawn(text: string, side: number): ApiAnswer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const scale = Math.max(1, Math.floor(side / size))
  const across = size * scale
  const image = new PNG({ width: across, height: across, colorType: 0 })
  // A row of modules at a time: a row of pixels is filled once and stands `scale` times.
  const row = Buffer.alloc(across * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) row.fill(data[y]?.[x] === true ? DARK : LIGHT, x * scale * 4, (x + 1) * scale * 4)
    for (let line = 0; line < scale; line++) row.copy(image.data, (y * scale + line) * across * 4)
  }
  return { media: PNG.sync.write(image), contentType: 'image/png' }
}
